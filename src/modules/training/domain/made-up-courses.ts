/** Two courses of the demonstration, written as an administrator writes them. They teach, but are no official text. */
interface MadeUpCourse {
  readonly titleLv: string;
  readonly titleEn: string;
  readonly aboutLv: string;
  readonly aboutEn: string;
  readonly textLv: string;
  readonly textEn: string;
  readonly passPercent: number;
  readonly validMonths: number | null;
}

export const DATA_PROTECTION: MadeUpCourse = {
  titleLv: 'Datu aizsardzība skolas lietvedim',
  titleEn: 'Data protection for school secretaries',
  aboutLv: 'Ko lietvedis drīkst redzēt, ko ne, un ko darīt, ja kaut kas noticis. Izdomāts kurss paraugam.',
  aboutEn: 'What a school secretary may look at, what not, and what to do when something has happened. A made-up course, as an example.',
  passPercent: 75,
  validMonths: 12,
  textLv: `# Kas ir personas dati

**Personas dati** ir jebkura informācija, kas attiecas uz atpazīstamu cilvēku: vārds, personas kods, adrese, atzīmes, arī tas, ka bērns šodien nav skolā.

Daži dati ir *īpaši jutīgi*, piemēram, par veselību. Tos apstrādā tikai tad, ja likums to skaidri atļauj.

Vairāk: [Vispārīgā datu aizsardzības regula](https://eur-lex.europa.eu/eli/reg/2016/679/oj), 4. un 9. pants.

## ? Kas no šī ir personas dati?
- [x] Skolēna atzīmes
- [x] Ieraksts, ka skolēns slimo
- [ ] Skolas dibināšanas gads

> Atzīmes un slimošana attiecas uz konkrētu cilvēku. Dibināšanas gads neattiecas ne uz vienu.

# Skatīties tikai darba dēļ

Katra kartītes atvēršana paliek pierakstos: **kas, ko, kad un kāpēc** skatījās. Cilvēks pats to redz sadaļā [Kas skatījies manus datus](/me/looks).

1. Atveriet tikai tos datus, kas vajadzīgi šim darbam.
2. Norādiet patieso iemeslu.
3. Nesakiet citiem to, kas viņiem nav jāzina.

## ? Kaimiņiene lūdz pateikt, kurā skolā mācās viņas krustmeita. Ko jūs darāt?
- [ ] Paskatos un pasaku
- [x] Nesaku un kartīti neatveru
- [ ] Paskatos, bet nesaku

> Jau pati skatīšanās bez darba iemesla ir pārkāpums. Tā paliek pierakstos.

## ? Kas redz, ka jūs atvērāt kāda cilvēka kartīti?
- [x] Pats cilvēks
- [ ] Neviens

> Katrs redz, kas viņa datus ir skatījies un ar kādu iemeslu.

# Ja kaut kas noticis

Nosūtīts ne tam cilvēkam, pazaudēts izdrukāts saraksts, svešs redzējis ekrānu – **tūlīt sakiet** skolas vadītājam. Iestādei ir 72 stundas, lai par pārkāpumu, kas apdraud cilvēkus, ziņotu Datu valsts inspekcijai (regulas 33. pants).

## ? Jūs aizsūtījāt klases sarakstu uz nepareizu e-pasta adresi. Ko jūs darāt vispirms?
- [x] Tūlīt pasaku vadītājam
- [ ] Gaidu, vai kāds sūdzēsies
- [ ] Izdzēšu nosūtīto vēstuli un aizmirstu

> Jo ātrāk zina iestāde, jo vairāk var glābt. 72 stundas skaitās no brīža, kad par to kļuvis zināms.
`,
  textEn: `# What personal data is

**Personal data** is any information about an identifiable person: a name, a personal code, an address, marks, even that a child is not at school today.

Some data is *especially sensitive*, for instance about health. It is handled only where the law clearly allows it.

More: [General Data Protection Regulation](https://eur-lex.europa.eu/eli/reg/2016/679/oj), articles 4 and 9.

## ? Which of these is personal data?
- [x] A pupil’s marks
- [x] A note that a pupil is ill
- [ ] The year in which the school was founded

> Marks and illness are about a certain person. The year of founding is about nobody.

# Look only for work

Each opening of a card is kept in the log: **who, what, when and why**. The person sees it under [Who looked at my data](/me/looks).

1. Open only what this work needs.
2. Give the true reason.
3. Do not tell others what they need not know.

## ? A neighbour asks which school her goddaughter goes to. What do you do?
- [ ] I look and tell her
- [x] I do not tell and do not open the card
- [ ] I look, but do not tell

> Looking without a reason of work is a breach by itself. It stays in the log.

## ? Who sees that you opened somebody’s card?
- [x] The person concerned
- [ ] Nobody

> Everyone sees who looked at their data and for what reason.

# If something has happened

Sent to the wrong person, a printed list lost, a stranger saw the screen: **tell the head at once**. The institution has 72 hours to report a breach that endangers people to the Data State Inspectorate (article 33 of the regulation).

## ? You sent the list of a class to a wrong mail address. What do you do first?
- [x] I tell the head at once
- [ ] I wait whether anybody complains
- [ ] I delete the mail I sent and forget it

> The sooner the institution knows, the more can be saved. The 72 hours run from when it became known.
`,
};

export const SAFE_SIGN_IN: MadeUpCourse = {
  titleLv: 'Droša pierakstīšanās',
  titleEn: 'Safe sign-in',
  aboutLv: 'Paroles, otrs līdzeklis un viltus vēstules. Izdomāts kurss paraugam.',
  aboutEn: 'Passwords, the second factor and forged mail. A made-up course, as an example.',
  passPercent: 66,
  validMonths: 24,
  textLv: `# Parole un otrs līdzeklis

Gara parole ir labāka par sarežģītu. Vēl labāk, ja bez paroles vajag arī **otru līdzekli**: kodu no telefona vai drošības atslēgu.

| Līdzeklis | Vai to var izkrāpt? |
|---|---|
| Parole | viegli |
| Vienreizējs kods | grūtāk |
| Drošības atslēga, piekļuves atslēga | gandrīz nekad |

## ? Kurš līdzeklis vislabāk sargā no viltus lapām?
- [ ] Ļoti sarežģīta parole
- [ ] Vienreizējs kods
- [x] Drošības atslēga vai piekļuves atslēga

> Drošības atslēga pārbauda lapas adresi, tāpēc viltus lapai tā neko nedod.

# Kodu neprasa neviens

Ne atbalsta dienests, ne vadītājs, ne policija **nekad** neprasa jūsu paroli vai kodu – ne pa telefonu, ne vēstulē.

## ? Zvana “sistēmas administrators” un lūdz kodu no telefona. Ko jūs darāt?
- [x] Nesaku un beidzu sarunu
- [x] Ziņoju par zvanu
- [ ] Nosaucu kodu, jo viņš zina manu vārdu

> Tas, ka zvanītājs zina jūsu vārdu, neko nepierāda. Kodu neprasa neviens, un par zvanu jāzina arī citiem.

# Aizejot aizslēdziet

Atstājot darbavietu, aizslēdziet ekrānu. Svešā datorā izejiet no programmas un pārbaudiet [savas sesijas](/my/sessions).

## ? Kur var redzēt, kurās ierīcēs esat pierakstījies?
- [x] Sadaļā “Manas sesijas”
- [ ] Nekur

> Tur var arī izbeigt sesijas, ko nepazīstat.
`,
  textEn: `# The password and the second factor

A long password is better than a complicated one. Better still is a **second factor** beside it: a code from your phone, or a security key.

| Factor | Can it be tricked out of you? |
|---|---|
| Password | easily |
| One-time code | harder |
| Security key, passkey | hardly ever |

## ? Which factor protects best from forged pages?
- [ ] A very complicated password
- [ ] A one-time code
- [x] A security key or a passkey

> A security key checks the address of the page, so a forged one gets nothing from it.

# Nobody asks for the code

Neither support nor your head nor the police **ever** ask for your password or code, by phone or by mail.

## ? A “system administrator” calls and asks for the code on your phone. What do you do?
- [x] I do not tell and hang up
- [x] I report the call
- [ ] I tell the code, for he knows my name

> That a caller knows your name proves nothing. Nobody asks for the code, and others should know of the call.

# Lock when you leave

Lock the screen when you leave your desk. On a computer that is not yours sign out, and check [your sessions](/my/sessions).

## ? Where can you see on which devices you are signed in?
- [x] Under “My sessions”
- [ ] Nowhere

> There you can also end sessions that you do not know.
`,
};
