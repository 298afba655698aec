import type { Text } from '#kernel/text.js';
import type { ConstraintTexts } from '#platform/db/constraint-errors.js';

export const WRONG_SIGN_IN: Text = {
  lv: 'Lietotājvārds vai parole nav pareiza. Pārbaudiet abus un mēģiniet vēlreiz.',
  en: 'The user name or the password is wrong. Check both and try again.',
};
export const TOO_MANY_ATTEMPTS: Text = {
  lv: 'Pārāk daudz kļūdainu mēģinājumu. Uzgaidiet {minutes} min un mēģiniet vēlreiz.',
  en: 'Too many wrong attempts. Wait {minutes} min and try again.',
};
/** Nobody tried wrongly: nobody confirmed. */
export const TOO_MANY_ASKS: Text = {
  lv: 'Tālrunim jau nosūtīti vairāki pieprasījumi, kas nav apstiprināti. Uzgaidiet {minutes} min vai pierakstieties, noskenējot attēlu lietotnē Smart-ID.',
  en: 'Several requests have gone to the phone and were not confirmed. Wait {minutes} min, or sign in by scanning the picture in the Smart-ID application.',
};
/** What cannot be a code is no try: it is not counted and stands in no history. */
export const CODE_HAS_SIX_DIGITS: Text = { lv: 'Kodā ir seši cipari. Ievadiet tos visus, kā tos rāda lietotne; šis mēģinājums nav skaitīts.', en: 'The code has six digits. Enter all of them as your application shows them; this try was not counted.' };
export const WRONG_CODE: Text = {
  lv: 'Kods nav pareizs, tā 30 sekundes ir beigušās vai tas jau ir izmantots. Ievadiet nākamo kodu, tiklīdz lietotne to rāda; ja neizdodas atkārtoti, pārbaudiet, vai tālruņa pulkstenis iestatās automātiski.',
  en: 'The code is wrong, its 30 seconds are over, or it was already used. Enter the next code as soon as your application shows it; if this goes on, see that the clock of your phone sets itself.',
};
export const WRONG_PASSWORD_OR_CODE: Text = {
  lv: 'Parole vai kods nav pareizs, tā 30 sekundes ir beigušās vai tas jau ir izmantots. Pārbaudiet paroli un ievadiet nākamo kodu, tiklīdz lietotne to rāda.',
  en: 'The password or the code is wrong, its 30 seconds are over, or it was already used. Check the password and enter the next code as soon as your application shows it.',
};
export const SIGN_IN_AGAIN: Text = { lv: 'Koda ievades laiks ir beidzies. Pierakstieties no jauna.', en: 'The time to enter the code has run out. Sign in again.' };
export const OUTSIDE_ENDED: Text = { lv: 'Šī pierakstīšanās reize ir beigusies vai jau izmantota. Sāciet vēlreiz.', en: 'This sign-in has ended or has been used already. Begin again.' };
export const WRONG_PASSWORD: Text = { lv: 'Pašreizējā parole nav pareiza.', en: 'The present password is wrong.' };
export const PASSWORD_TOO_SHORT: Text = { lv: 'Parolei jābūt vismaz {n} rakstzīmes garai.', en: 'A password has at least {n} characters.' };
export const PASSWORD_TOO_COMMON: Text = {
  lv: 'Šī parole ir pārāk viegli uzminama. Izvēlieties citu, piemēram, vairākus nejaušus vārdus.',
  en: 'This password is too easy to guess. Choose another, for example several random words.',
};
export const PASSWORDS_DIFFER: Text = { lv: 'Abās reizēs ievadītās paroles nesakrīt.', en: 'The two passwords differ.' };
export const LINK_USED: Text = {
  lv: 'Saite ir izmantota vai tās laiks ir beidzies. Lūdziet lietotāju administratoram jaunu.',
  en: 'The link was used or has run out. Ask the user administrator for a new one.',
};
export const CODE_ALREADY_ON: Text = { lv: 'Vienreizējie kodi jau ir ieslēgti.', en: 'One-time codes are already on.' };
export const NO_CODE_BEGUN: Text = { lv: 'Vispirms noskenējiet attēlu, tad ievadiet kodu.', en: 'First scan the picture, then enter the code.' };
export const PASSKEY_NOT_ADDED: Text = {
  lv: 'Piekļuves atslēgu neizdevās pievienot: ierīces atbilde nav derīga vai tās laiks ir beidzies. Mēģiniet vēlreiz.',
  en: 'The passkey could not be added: the device’s answer is not valid, or its time has run out. Try again.',
};
export const PASSKEY_NOT_KNOWN: Text = {
  lv: 'Ar šo piekļuves atslēgu nevar pierakstīties. Izvēlieties citu vai pierakstieties citādi.',
  en: 'This passkey does not sign you in. Choose another, or sign in in another way.',
};
export const NO_SUCH_PASSKEY: Text = { lv: 'Šādas piekļuves atslēgas nav.', en: 'There is no such passkey.' };
export const WRONG_RECOVERY_CODE: Text = {
  lv: 'Atkopšanas kods nav pareizs vai jau ir izmantots. Ievadiet citu no saraksta.',
  en: 'The recovery code is wrong or was already used. Enter another from your list.',
};
export const WRONG_PROOF: Text = { lv: 'Nav pareizi. Mēģiniet vēlreiz.', en: 'That is not right. Try again.' };
export const PASSWORD_ENDED: Text = {
  lv: 'Jūsu pašvaldībā ar paroli vairs nepierakstās. Izvēlieties citu veidu vai vērsieties pie lietotāju administratora.',
  en: 'Your municipality no longer signs in by password. Choose another way or ask your user administrator.',
};
export const FACTOR_NOT_ALLOWED: Text = {
  lv: 'Jūsu pašvaldība šādu pierakstīšanās veidu neatļauj. Izvēlieties citu.',
  en: 'Your municipality does not allow this way of signing in. Choose another.',
};
export const SECOND_NOT_ALLOWED: Text = {
  lv: 'Jūsu pašvaldība šādu otro līdzekli vairs neatļauj. Pierakstieties citādi vai lūdziet lietotāju administratoram saiti, pēc kuras pievienot atļautu.',
  en: 'Your municipality no longer allows this second factor. Sign in in another way, or ask your user administrator for a link by which an allowed one is added.',
};
export const NOT_ALLOWED_HERE: Text = {
  lv: 'Jūsu pašvaldība šādu pierakstīšanās līdzekli neatļauj. Pievienojiet citu: atļautie redzami lapā “Mani pierakstīšanās līdzekļi”.',
  en: 'Your municipality does not allow this means of sign-in. Add another: those allowed are shown on the page “My means of sign-in”.',
};
export const CODES_OPEN_NOTHING: Text = {
  lv: 'Paroles te vairs neder, un kodi vieni paši neko neatver. Vispirms pievienojiet piekļuves atslēgu vai apstipriniet kontu.',
  en: 'Passwords no longer open here, and codes alone open nothing. First add a passkey or confirm the account.',
};
export const LINK_IS_NOT_FOR_THIS: Text = {
  lv: 'Šī saite jums līdzekli nepievieno: jums jau ir, ar ko pierakstīties, vai der parole. Atveriet saiti no jauna.',
  en: 'This link adds no means for you: you have one to sign in by, or a password opens. Open the link again.',
};
export const TECHNICAL_USER: Text = {
  lv: 'Šis ir tehniskais lietotājs: ar tā tiesībām strādā sistēma, un neviens ar to nepierakstās.',
  en: 'This is a technical user: a system works with its rights, and nobody signs in as it.',
};
export const NO_ACTIVE_USER: Text = { lv: 'Šis lietotājs ir apturēts.', en: 'This user is suspended.' };

export const NO_SUCH_MUNICIPALITY: Text = { lv: 'Šādas pašvaldības nav, vai jums nav tiesību to redzēt.', en: 'There is no such municipality, or you may not see it.' };
export const DAY_PASSED: Text = { lv: 'Diena jau ir pagājusi. Norādiet šodienu vai vēlāku dienu.', en: 'The day has passed. Give today or a later day.' };
export const END_BEFORE_SECOND_FACTOR: Text = {
  lv: 'Paroles var izslēgt ne agrāk kā dienā, no kuras otrs līdzeklis šeit vajadzīgs visiem: {day}',
  en: 'Passwords may end no earlier than the day from which everybody here needs a second factor: {day}',
};
export const ADMINISTRATORS_COME_FIRST: Text = { lv: 'Administratoriem otrs līdzeklis vajadzīgs ne vēlāk kā pārējiem.', en: 'Administrators need a second factor no later than everybody.' };
export const IDLE_OUTLASTS: Text = {
  lv: 'Nelietota sesija nevar ilgt vairāk, nekā sesija ilgst jebkurā gadījumā. Norādiet mazāk minūšu.',
  en: 'An unused session cannot last longer than a session lasts in any case. Give fewer minutes.',
};
export const EXCEPTION_IS_OVER: Text = { lv: 'Izņēmums beidzas, pirms tas sākas. Norādiet vēlāku dienu par šodienu.', en: 'The exception ends before it begins. Give a day later than today.' };
export const AFTER_NATIONAL_DAY: Text = {
  lv: 'Valstī otrs līdzeklis visiem vajadzīgs no {day} Pašvaldība var noteikt agrāku dienu, vēlāku ne.',
  en: 'In the country everybody needs a second factor from {day} A municipality may set an earlier day, not a later one.',
};
export const NATIONAL_LEAD_ONLY: Text = { lv: 'Dienu valstij nosaka tas, kurš pāreju vada visā valstī.', en: 'The day for the country is set by those who lead the change everywhere.' };
export const PROVIDERS_LEAD_ONLY: Text = { lv: 'Par valsts sniedzējiem lemj tas, kurš pāreju vada visā valstī.', en: 'The providers of the country are looked after by those who lead the change everywhere.' };
export const MET_BY_NETWORKS: Text = {
  lv: 'Tūlīt: kam vēl nav otra līdzekļa ({n}), tie ārpus norādītajiem tīkliem pierakstoties vispirms varēs tikai to pievienot.',
  en: 'At once: those without a second factor ({n}) can, outside the given networks, only add one when they next sign in.',
};
export const MET_BY_DAY: Text = {
  lv: 'Jau šodien: kam vēl nav otra līdzekļa ({n}), tie pierakstoties vispirms varēs tikai to pievienot.',
  en: 'As of today: those without a second factor ({n}) can only add one when they next sign in.',
};
export const LOSE_THEIR_WAY: Text = {
  lv: 'Ar šādiem līdzekļiem pierakstīties vairs nevarētu ({n}): {names}{more}. Vispirms palīdziet viņiem pievienot atļautu līdzekli vai piešķiriet izņēmumu.',
  en: 'With these means these could no longer sign in ({n}): {names}{more}. First help them add a means that is allowed, or give exceptions.',
};
export const CLOSING_LOCKS_OUT: Text = {
  lv: 'Bez šī savienojuma pierakstīties vairs nevarētu ({n}): {names}{more}. Vispirms palīdziet viņiem pievienot citu atļautu līdzekli vai piešķiriet izņēmumu.',
  en: 'Without this connection these could no longer sign in ({n}): {names}{more}. First help them add another means that is allowed, or give exceptions.',
};
export const NO_SECOND_FACTOR: Text = {
  lv: 'Atļaujiet vismaz vienu otro līdzekli, kas šeit ir pieejams: piekļuves atslēgu, vienreizējos kodus, Smart-ID, eParakstu vai pašvaldības kontu. Bez tā no valstī noteiktās dienas neviens nevarētu pierakstīties.',
  en: 'Allow at least one second factor that is available here: passkey, one-time codes, Smart-ID, eParaksts or an account of the municipality. Without it nobody could sign in from the country’s day on.',
};
export const SURE_THEN: Text = { lv: 'Ja to vēlaties, atzīmējiet un sūtiet vēlreiz.', en: 'If you want this, tick the box and send again.' };
export const NO_OTHER_WAY: Text = {
  lv: 'Ja paroles beidzas, jāatļauj vismaz viens veids, kas tās aizstāj: piekļuves atslēga, Smart-ID, eParaksts, Latvija.lv vai pašvaldības konts.',
  en: 'If passwords end, allow at least one way that replaces them: passkey, Smart-ID, eParaksts, Latvija.lv or an account of the municipality.',
};
export const NO_SUCH_LOGIN: Text = { lv: 'Jūsu pārziņā nav aktīva lietotāja ar šādu lietotājvārdu. Pārbaudiet to.', en: 'You look after no active user with this user name. Check it.' };
export const NOT_FOR_YOURSELF: Text = { lv: 'Sev izņēmumu piešķirt nevar. To dara cits atbildīgais.', en: 'Nobody excepts themselves. Another responsible person does.' };
export const TOO_LONG_AN_EXCEPTION: Text = { lv: 'Izņēmums var ilgt ne vairāk kā 92 dienas. Izvēlieties agrāku dienu.', en: 'An exception lasts 92 days at most. Choose an earlier day.' };
export const STILL_LOCKED_OUT: Text = {
  lv: 'Paroles vēl nevar izslēgt: bez citas iespējas paliktu: {n}. Palīdziet viņiem vai piešķiriet izņēmumu.',
  en: 'Passwords cannot end yet; left without another way would be: {n}. Help them or give exceptions.',
};
export const ALREADY_ENDED: Text = { lv: 'Paroles šeit jau ir izslēgtas.', en: 'Passwords have already ended here.' };
export const NOT_ENDED: Text = { lv: 'Paroles šeit nav izslēgtas.', en: 'Passwords have not ended here.' };
export const NOBODY_ASKED: Text = { lv: 'Neviens nav lūdzis atvērt paroles, vai lūgums ir vecāks par diennakti.', en: 'Nobody has asked to open passwords, or the request is older than a day.' };
export const ANOTHER_APPROVES: Text = { lv: 'Paša lūgumu nevar apstiprināt. To dara cits atbildīgais.', en: 'Nobody approves their own request. Another responsible person does.' };
export const ALREADY_SEALED: Text = { lv: 'Šis konts jau ir avārijas konts.', en: 'This account is sealed already.' };
export const NOT_SEALED: Text = { lv: 'Šis konts vairs nav avārijas konts. Pārlādējiet lapu.', en: 'This account is not sealed any more. Reload the page.' };
export const NEEDS_PASSKEYS: Text = { lv: 'Avārijas kontam vajag vismaz divas drošības atslēgas. Vispirms pievienojiet tās.', en: 'A sealed account needs at least two security keys. Add them first.' };
export const SEALED_IS_NOT_RESET: Text = {
  lv: 'Šis ir avārijas konts: tā atslēgas nevar atiestatīt. Ja tās ir pazudušas, avārijas kontu pārvaldītājs to vispirms padara par parastu.',
  en: 'This is a sealed account: its keys cannot be reset. If they are lost, whoever keeps the sealed accounts unseals it first.',
};
export const SEALED_KEEPS_KEYS: Text = {
  lv: 'Avārijas kontam jāpaliek vismaz divām drošības atslēgām. Vispirms pievienojiet jauno, tad noņemiet šo.',
  en: 'A sealed account keeps at least two security keys. First add the new one, then remove this one.',
};
export const ALREADY_REPORTED: Text = { lv: 'Par šo lietojumu jau ir ziņots.', en: 'This use has already been reported.' };

export const NOT_A_PERSON_CODE: Text = { lv: 'Nav derīgs personas kods: tajā ir 11 cipari.', en: 'Not a valid personal code: it has 11 digits.' };
export const SIGNED_IN_ALREADY: Text = { lv: 'Jūs jau esat pierakstījies.', en: 'You are signed in already.' };
export const NO_SUCH_PROVIDER: Text = { lv: 'Šāda pierakstīšanās veida šeit nav. Izvēlieties citu.', en: 'There is no such way of signing in here. Choose another.' };
export const NOBODY_PROVEN: Text = {
  lv: 'Jūs esat atpazīts, bet konta ar šo personas kodu šeit nav. Ja te strādājat, pierakstieties kā līdz šim vai lūdziet kontu savas iestādes vai pašvaldības lietotāju administratoram. Ja mācāties vai te mācās jūsu bērns, vērsieties skolā.',
  en: 'You have been recognised, but there is no account with this personal code here. If you work here, sign in as before or ask the user administrator of your institution or municipality for an account. If you or your child learns here, turn to the school.',
};
export const ACCOUNT_CONFIRMED: Text = {
  lv: 'Konts ir apstiprināts. Tagad pievienojiet piekļuves atslēgu un izdrukājiet atkopšanas kodus.',
  en: 'The account has been confirmed. Now add a passkey and print recovery codes.',
};
export const CONFIRMED_SOMEBODY_ELSE: Text = {
  lv: 'Apstiprināja cita persona: personas kods nesakrīt ar konta īpašnieka kodu. Konts nav mainīts.',
  en: 'Somebody else confirmed: the personal code is not that of the account’s owner. The account has not been changed.',
};
export const CONFIRMED_NO_PERSON: Text = {
  lv: 'Kontam vēl nav norādīta persona. Lūdziet lietotāju administratoram to norādīt.',
  en: 'The account does not name its person yet. Ask your user administrator to name them.',
};
export const PROVEN_IN_VAIN: Text = {
  lv: 'Apstiprinājums šim kontam neder: to deva cita persona, vai ar šo līdzekli te nepietiek. Sāciet vēlreiz ar savu.',
  en: 'This confirmation does not fit the account: somebody else gave it, or the means is not enough here. Begin again with your own.',
};
export const CONFIRMED_TOO_WEAK: Text = { lv: 'Šī pierakstīšanās nebija pietiekami droša, lai apstiprinātu kontu. Vajadzīgs Smart-ID, eID karte vai eParaksts mobile. Konts nav mainīts.', en: 'This sign-in was not sure enough to confirm an account. It takes Smart-ID, an eID card or eParaksts mobile. The account has not been changed.' };
export const CONFIRMED_ANOTHER_ACCOUNT: Text = { lv: 'Šī identitāte jau ir saistīta ar citu jūsu kontu.', en: 'This identity is already linked to another account of yours.' };

export const JOIN_SAME: Text = { lv: 'Jūs pierakstījāties tajā pašā kontā. Sāciet no jauna un pierakstieties otrā.', en: 'You signed in to the very same account. Begin anew and sign in to the other one.' };
export const JOIN_NOT_CONFIRMED: Text = {
  lv: 'Vispirms apstipriniet šo kontu ar Smart-ID vai eParakstu: tikai tad zinām, kurai personai pievienot otru.',
  en: 'First confirm this account by Smart-ID or eParaksts: only then is it known to whose account the other is joined.',
};
export const JOIN_SOMEBODY_ELSE: Text = { lv: 'Otrs konts pieder citai personai, tāpēc to nevar pievienot.', en: 'The other account belongs to another person, so it cannot be joined.' };
export const JOIN_SEALED: Text = { lv: 'Avārijas kontu ne ar ko nevar apvienot.', en: 'A sealed account cannot be joined with any other.' };
export const JOIN_NOT_ENTERED: Text = {
  lv: 'Pierakstīšanās otrā kontā nav pabeigta. Pievienojiet, ko tas prasa, un sāciet apvienošanu no jauna.',
  en: 'The sign-in to the other account is not finished. Add what it asks for, and begin joining anew.',
};
export const JOIN_TOO_LATE: Text = {
  lv: 'Apvienošana nav sākta vai tās laiks ir beidzies. Pierakstieties kontā, kas paliks, un sāciet no jauna.',
  en: 'Joining was not begun, or its time is over. Sign in to the account that is to stay, and begin anew.',
};
export const JOIN_WEAKER: Text = {
  lv: 'Kontu, kas paliek, atver parole viena pati, bet šo neatver. Pievienojiet tam kontam piekļuves atslēgu vai vienreizējos kodus un sāciet no jauna.',
  en: 'The account that is to stay opens by a password alone, and this one does not. Add a passkey or one-time codes to that account, and begin anew.',
};

export const PHONE_NOT_KNOWN_HERE: Text = {
  lv: 'Šajā pārlūkā ar šo personas kodu Smart-ID vēl nav lietots. Pierakstieties ar QR kodu vai saiti; nākamreiz pieprasījumu varēs sūtīt uz tālruni.',
  en: 'Smart-ID has not been used in this browser with this personal code. Sign in by the QR code or the link; next time a request can be sent to the phone.',
};
export const CONFIRM_FIRST: Text = { lv: 'Vispirms apstipriniet kontu no jauna; līdzekļus pievienosiet pēc tam.', en: 'First confirm the account again; add means after that.' };
export const NOT_YOUR_OWN_ACCOUNT: Text = { lv: 'Savu kontu apliecināt nevar. To dara divi citi administratori.', en: 'You cannot attest your own account. Two other administrators do.' };
export const NOTHING_TO_CONFIRM: Text = { lv: 'Šis konts negaida apstiprināšanu no jauna.', en: 'This account does not wait to be confirmed again.' };
export const CHECKED_BY_YOU: Text = { lv: 'Jūs šo lietotāju jau apliecinājāt. Vajadzīgs vēl cits administrators.', en: 'You have attested this user already. Another administrator is needed.' };
export const FIELD_EMPTY: Text = { lv: 'Lauks ir jāaizpilda.', en: 'This field is required.' };
export const SETTING_WRONG: Text = { lv: 'Vērtība nav derīga šim laukam.', en: 'The value does not fit this field.' };
export const SECRET_ANEW: Text = {
  lv: 'Noslēpumu tagad sūtītu citur nekā līdz šim, tāpēc ierakstiet to no jauna.',
  en: 'The secret would now be sent elsewhere than before, so write it anew.',
};
export const BAD_HOST_LINE: Text = {
  lv: 'Katrā rindā: datora nosaukums, ja vajag, ports aiz kola un IP adrese aiz atstarpes, piemēram, dc1.pasv.lv:636 192.0.2.7.',
  en: 'On each line: the computer name, if needed a port after a colon and an IP address after a space, such as dc1.pasv.lv:636 192.0.2.7.',
};
export const BOTH_GROUP_AND_ROLE: Text = { lv: 'Norādiet gan grupu, gan lomu.', en: 'Give both the group and the role.' };
export const BAD_ISSUER: Text = { lv: 'Norādiet pilnu adresi, piemēram, https://adfs.pasv.lv/adfs.', en: 'Give the full address, such as https://adfs.pasv.lv/adfs.' };
export const HTTPS_ONLY: Text = { lv: 'Adresei jāsākas ar https://.', en: 'The address must begin with https://.' };
export const INNER_ISSUER: Text = {
  lv: 'Šī adrese ved uz pašu Vienkopus serveri vai uz adresi, kas nav neviena sniedzēja serveris. Norādiet sniedzēja adresi.',
  en: 'This address leads to the machine of Vienkopus itself or to where no provider can be. Give the address of the provider.',
};
export const ANY_TENANT_NO: Text = {
  lv: 'Šī adrese ielaiž jebkuru organizāciju. Ierakstiet savas organizācijas (tenant) adresi.',
  en: 'This address lets every organisation in. Write the address of your own tenant.',
};
export const BAD_PAIR_LINE: Text = { lv: 'Katrā rindā rakstiet “nosaukums = vērtība”; iespējamās vērtības teiktas pie lauka.', en: 'On each line write “name = value”; the field says which values are possible.' };
export const NOT_TRIED_WELL: Text = { lv: 'Vispirms izmēģiniet savienojumu: ieslēgt var tikai tādu, kas darbojas.', en: 'Try the connection first: only one that works can be switched on.' };
export const NOTHING_WAITS: Text = { lv: 'Jaunu iestatījumu, kas gaida, nav.', en: 'There are no new settings that wait.' };
export const NO_SUCH_CONNECTION: Text = { lv: 'Šāda savienojuma nav, vai tas ir slēgts.', en: 'There is no such connection, or it is closed.' };
export const MUNICIPAL_NOT_LINKED: Text = {
  lv: 'Pašvaldības konts ir atpazīts, bet te tas vēl nav saistīts ne ar vienu šīs pašvaldības lietotāju. Pierakstieties kā līdz šim, atveriet “Mani pierakstīšanās līdzekļi” un saistiet to.',
  en: 'The municipal account has been recognised, but it is not yet linked to any user of this municipality here. Sign in as before, open “My means of sign-in” and link it.',
};
export const MUNICIPAL_LINKED: Text = { lv: 'Pašvaldības konts ir saistīts. Turpmāk varat pierakstīties ar to.', en: 'The municipal account is linked. From now on you can sign in by it.' };
export const LINK_OF_ANOTHER: Text = { lv: 'Šis pašvaldības konts jau ir saistīts ar citu lietotāju.', en: 'This municipal account is already linked to another user.' };
export const LINK_NOT_OURS: Text = {
  lv: 'Jūs nestrādājat šajā pašvaldībā vai tās iestādē, tāpēc tās kontu saistīt nevar.',
  en: 'You do not work for this municipality or an institution of it, so its account cannot be linked.',
};
export const LINK_SOMEBODY_ELSE: Text = { lv: 'Šis pašvaldības konts pieder citai personai: personas kods nesakrīt.', en: 'This municipal account belongs to somebody else: the personal code differs.' };
export const DIRECTORY_SILENT: Text = {
  lv: 'Jūs pierakstījāties ar pašvaldības kontu, un pašvaldības domēns pašlaik neatbild, tāpēc nevar pārbaudīt, vai konts vēl ir spēkā. Sesija ir saglabāta: mēģiniet pēc brīža vai pierakstieties citādi.',
  en: 'You signed in by a municipal account, and the domain of the municipality does not answer now, so it is not known whether the account still holds. The session is kept: try again in a while, or sign in in another way.',
};
export const OUTSIDE_OWN_NETWORKS: Text = {
  lv: 'Jūs pierakstījāties pašvaldības tīklā ar vienu līdzekli, bet tagad esat ārpus tā, un no šejienes pašvaldība prasa divus. Pierakstieties no jauna.',
  en: 'You signed in inside the network of the municipality by one factor and are now outside of it, from where it asks for two. Sign in again.',
};
export const NO_SUCH_IDENTITY: Text = { lv: 'Šāda identitāte ar jūsu kontu nav saistīta.', en: 'No such identity is linked to your account.' };
export const LAST_WAY_IN: Text = {
  lv: 'Bez šīs identitātes jūs vairs nevarētu pierakstīties. Vispirms pievienojiet piekļuves atslēgu vai saistiet citu identitāti.',
  en: 'Without this identity you could no longer sign in. First add a passkey or link another identity.',
};
export const LAST_PASSKEY: Text = {
  lv: 'Bez šīs atslēgas jūs vairs nevarētu pierakstīties. Vispirms pievienojiet citu atslēgu vai apstipriniet kontu ar Smart-ID vai eParakstu. Ja atslēga ir pazaudēta, lietotāju administrators atsūtīs saiti, pēc kuras pievienot jaunu.',
  en: 'Without this key you could no longer sign in. First add another key, or confirm the account by Smart-ID or eParaksts. If the key is lost, your user administrator sends a link by which a new one is added.',
};
export const IDENTITY_UNLINKED: Text = { lv: 'Identitāte ir atsaistīta.', en: 'The identity has been unlinked.' };
export const IDENTITY_LINKED: Text = { lv: 'Identitāte ir saistīta no jauna.', en: 'The identity has been linked again.' };
export const NOT_LINKED_BEFORE: Text = {
  lv: 'Šī identitāte nav tā, ko atsaistījāt, tāpēc tā nav saistīta. Kontu ar Smart-ID vai eParakstu apstiprina lapā “Mani pierakstīšanās līdzekļi”.',
  en: 'This is not the identity you unlinked, so it has not been linked. An account is confirmed by Smart-ID or eParaksts on the page “My means of sign-in”.',
};
export const IDENTITY_TAKEN_BACK: Text = {
  lv: 'Šo identitāti no sava konta atsaistījāt, tāpēc tā to neatver. Pierakstieties citādi; saistīt no jauna var lapā “Mani pierakstīšanās līdzekļi”.',
  en: 'You unlinked this identity from your account, so it does not open it. Sign in in another way; you can link it again on the page “My means of sign-in”.',
};
export const NO_SUCH_HANDOVER: Text = { lv: 'Šāda pārņemama savienojuma nav, vai to jau kāds ir pārņēmis.', en: 'There is no such connection to take over, or somebody has taken it over already.' };
export const NO_SUCH_SUGGESTION: Text = { lv: 'Šāda ieteikuma nav, vai tas jau ir izlemts.', en: 'There is no such suggestion, or it has been decided.' };

export const AUTHENTICATION_CONSTRAINTS: ConstraintTexts = {
  passkey_is_known_already: { lv: 'Šī piekļuves atslēga jau ir pievienota.', en: 'This passkey has been added already.' },
  identity_belongs_to_one_user: { lv: 'Šī identitāte jau ir saistīta ar citu kontu.', en: 'This identity is already linked to another account.' },
  one_exception_of_a_user_at_a_time: {
    lv: 'Šim lietotājam šajā laikā jau ir izņēmums. Ja tam jābeidzas citā dienā, vispirms izbeidziet to pašvaldības lapā.',
    en: 'This user has an exception in that time already. If it is to end on another day, end it first on the page of the municipality.',
  },
  reopening_lasts_hours: { lv: 'Paroles var atvērt uz 1–72 stundām.', en: 'Passwords may be opened for 1 to 72 hours.' },
};
export const NO_SUCH_POLICY_OFFERED: Text = { lv: 'Par šo kārtību jau ir izlemts. Atveriet pašvaldības lapu no jauna.', en: 'This policy has been decided on already. Open the page of the municipality again.' };
export const ADOPTED_LOCKS_OUT: Text = {
  lv: 'Tur paroles jau bija izslēgtas. Pieņemot šo kārtību, bez iespējas pierakstīties paliktu: {n}. Vispirms palīdziet viņiem vai piešķiriet izņēmumu; līdz tam katram ir spēkā kārtība, ar kuru viņš nācis.',
  en: 'Passwords had ended there. Were this policy adopted, unable to sign in: {n}. Help them or give exceptions first; until then everybody keeps the policy they came with.',
};
export const OPENS_AGAIN: Text = { lv: 'Tiem, kas nāca no pašvaldības {name}, paroles jau bija izslēgtas un ar šo kārtību atkal derēs.', en: 'For those who came from {name} passwords had ended; with this policy they are good again.' };
export const DECIDE_FIRST: Text = { lv: 'Vispirms izlemiet par kārtību pēc reformas: līdz tam katram ir spēkā kārtība, ar kuru viņš nācis.', en: 'Decide on the policy after the reform first: until then everybody keeps the policy they came with.' };
