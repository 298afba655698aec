import type { Text } from '#kernel/text.js';
import type { ConstraintTexts } from '#platform/db/constraint-errors.js';
import type { AddressFault } from './domain/client.js';

export const NO_SUCH_CLIENT: Text = { lv: 'Šādas lietotnes nav, tā ir slēgta vai nav jūsu pārziņā.', en: 'There is no such program, it is closed, or it is not in your charge.' };
export const NOT_YOUR_PLACE: Text = { lv: 'Šī iestāde vai pašvaldība nav jūsu pārziņā.', en: 'This institution or municipality is not in your charge.' };
export const NO_SUCH_TECHNICAL_USER: Text = {
  lv: 'Šāda lietotāja jūsu pārziņā nav. Vispirms izveidojiet tehnisko lietotāju un piešķiriet tam tiesības.',
  en: 'There is no such user in your charge. First create a technical user and give it rights.',
};
export const NOT_A_TECHNICAL_USER: Text = {
  lv: 'Ar šo lietotāju pierakstās cilvēks. Sistēmai izveidojiet atsevišķu tehnisko lietotāju.',
  en: 'A person signs in as this user. Create a technical user of its own for the system.',
};
export const ADDRESS_NEEDED: Text = { lv: 'Norādiet vismaz vienu atgriešanās adresi.', en: 'Give at least one address to return to.' };
export const ADDRESS_FAULTS: Readonly<Record<AddressFault, Text>> = {
  'not-an-address': { lv: 'Šī nav pilna adrese. Rakstiet to ar shēmu, piemēram, https://portals.example.lv/atpakal.', en: 'This is not a whole address. Write it with its scheme, as in https://portal.example.lv/back.' },
  'https-needed': { lv: 'Adresei jāsākas ar https://.', en: 'The address must begin with https://.' },
  'no-pattern': { lv: 'Zīmi * nevar lietot: adresei jābūt precīzi tai, kādu sūta lietotne. Rakstiet katru adresi savā rindā.', en: 'The sign * cannot be used: the address must be exactly the one that the program sends. Write each address on its own line.' },
  'no-fragment': { lv: 'Adresē nedrīkst būt zīme #.', en: 'The address must not contain #.' },
  'not-loopback': { lv: 'Uzstādītai programmai rakstiet http://127.0.0.1/… vai http://[::1]/…; ports var būt jebkurš.', en: 'For an installed program write http://127.0.0.1/… or http://[::1]/…; any port may be used.' },
};
export const SECTOR_WRONG: Text = { lv: 'Sektors ir viens vārds vai domēna vārds, piemēram, portals.example.lv.', en: 'A sector is one word or a domain name, as in portal.example.lv.' };
export const SECTOR_OF_OTHERS: Text = { lv: 'Šis sektors pieder citas iestādes vai pašvaldības lietotnei. Rakstiet savu.', en: 'This sector belongs to a program of another institution or municipality. Write one of your own.' };
export const FIRST_PARTY_NEEDS_COUNTRY: Text = {
  lv: 'Bez datu nodošanas lapas drīkst strādāt tikai lietotne, ko tā reģistrējis sistēmas administrators.',
  en: 'Only a system administrator may let a program go without the page about data.',
};
export const AHEAD_TOO_LONG: Text = {
  lv: 'Atslēgai jākalpo ilgāk, nekā tā tiek publicēta iepriekš. Pārbaudiet abus noteikumus.',
  en: 'A key has to serve longer than it is published ahead. Check both rules.',
};
export const WHY_LEAKED: Text = { lv: 'Uzrakstiet, kas noticis: atslēgu maiņa skar visas lietotnes.', en: 'Write what happened: changing the keys concerns all programs.' };
export const SURE_OF_LASTING: Text = {
  lv: 'Pārlūki pastāvīgu adresi iegaumē, un to vairs nevar atsaukt. Vispirms izmēģiniet to kā pagaidu; ja esat pārliecināts, atzīmējiet to.',
  en: 'Browsers remember a lasting address, and it cannot be taken back. Try it as a temporary one first; if you are sure, tick the box.',
};
export const NOT_A_PATH: Text = { lv: 'Ceļam jāsākas ar “/”, piemēram, /portals/iestades.', en: 'A path begins with “/”, as in /portal/institutions.' };
export const NO_SUCH_OLD_ADDRESS: Text = { lv: 'Šādas vecās adreses vairs nav.', en: 'There is no such old address any more.' };

export const LEVEL_TOO_LOW: Text = { lv: 'Šai programmai vajag drošāku pierakstīšanos, nekā prasa palīgs.', en: 'This program needs a surer sign-in than the helper asks for.' };
export const TICKET_NOT_GOOD: Text = { lv: 'Biļete nav derīga: tā ir lietota, novecojusi vai domāta citam datoram.', en: 'The ticket is not good: it is used, outdated, or meant for another computer.' };
export const TOKEN_NOT_GOOD: Text = { lv: 'Piekļuves marķieris nav derīgs.', en: 'The access token is not good.' };
export const PROOF_OF_KEY_NEEDED: Text = {
  lv: 'Šis piekļuves marķieris ir piesaistīts atslēgai. Sūtiet to kā “Authorization: DPoP …” kopā ar pierādījumu galvenē “DPoP” (RFC 9449).',
  en: 'This access token is bound to a key. Send it as “Authorization: DPoP …” with a proof in the header “DPoP” (RFC 9449).',
};
export const PROOF_OF_KEY_NOT_GOOD: Text = {
  lv: 'Atslēgas pierādījums (galvene “DPoP”) neder: tam jābūt svaigam, vienreizējam, šai adresei un šim marķierim, parakstītam ar to pašu atslēgu.',
  en: 'The proof of the key (header “DPoP”) is not good: it must be fresh, used once, for this address and this token, signed by the same key.',
};
export const WRONG_CLIENT_SECRET: Text = { lv: 'Lietotnes identifikators vai noslēpums nav pareizs.', en: 'The identifier or the secret of the program is wrong.' };

export const APPS_CONSTRAINTS: ConstraintTexts = {
  user_acts_for_one_machine: { lv: 'Ar šo tehnisko lietotāju jau strādā cita sistēma. Katrai sistēmai izveidojiet savu.', en: 'Another system already works with this technical user. Create one for each system.' },
  old_address_is_known_already: { lv: 'Šī vecā adrese jau ir sarakstā. Vispirms izņemiet iepriekšējo.', en: 'This old address is already in the list. Take the earlier one out first.' },
  one_value_of_an_apps_parameter_at_a_time: { lv: 'Šajā dienā parametram jau ir vērtība.', en: 'The parameter already has a value on this day.' },
};
