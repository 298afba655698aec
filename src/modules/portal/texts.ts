import type { Text } from '#kernel/text.js';
import type { ConstraintTexts } from '#platform/db/constraint-errors.js';

export const ELSEWHERE: Text = { lv: 'Personiskās lapas šajā portālā var atvērt tikai no valstīm, kas portālam norādītas.', en: 'Personal pages of this portal open only from the countries that are set for it.' };
export const NO_PERSON: Text = { lv: 'Šim kontam nav norādīta persona, tāpēc rezultātus parādīt nevar. Pierakstieties ar e-žurnālu vai ar elektronisko identifikāciju.', en: 'This account belongs to no known person, so there are no results to show. Sign in by your e-journal or by an electronic identity.' };
export const NO_SUCH_CERTIFICATE: Text = { lv: 'Šāda sertifikāta šeit nav. Atveriet savus rezultātus vēlreiz.', en: 'There is no such certificate here. Open your results again.' };
export const NO_SUCH_RELEASE: Text = { lv: 'Šīs atslēgas vēl nav. To izsniedz publicēšanas brīdī.', en: 'This key is not there yet. It is given at the instant of publication.' };
export const NO_SUCH_PACKET: Text = { lv: 'Šādai publicēšanai aizzīmogotu paciņu nevar saņemt: tā nav paredzēta, jau ir notikusi, vai jums tajā nav pārbaudījumu.', en: 'There is no sealed packet for this publication: none is planned, it has taken place, or you took no exam of it.' };
export const TOO_MANY_DEVICES: Text = { lv: 'Paciņa jau ir pieprasīta piecām ierīcēm. Izmantojiet kādu no tām vai atveriet rezultātus šajā portālā publicēšanas brīdī.', en: 'A packet has been asked for on five devices. Use one of them, or open your results on this portal at the instant of publication.' };
export const NO_DEVICE_KEY: Text = { lv: 'Šīs ierīces atslēga nav derīga. Atveriet lapu vēlreiz.', en: 'The key of this device is not valid. Open the page again.' };
export const DEVICE_OF_ANOTHER: Text = { lv: 'Šī ierīce paciņu pieprasījusi citai personai. Dzēsiet to no ierīces un pieprasiet no jauna.', en: 'This device asked for the packet of somebody else. Delete it from the device and ask again.' };
export const NO_SUCH_OPENING: Text = { lv: 'Šādas piekļuves vietas nav.', en: 'There is no such place.' };
export const IN_THE_PAST: Text = { lv: 'Diena jau ir pagājusi. Norādiet šodienu vai vēlāku dienu.', en: 'That day has passed. Give today or a later day.' };
export const NOT_A_PLACE: Text = { lv: 'Rakstiet valsts divus burtus (LV) vai tīklu (193.40.0.0/16, 2001:db8:1::/48); tīkls nevar būt plašāks par /8 (IPv6: /16).', en: 'Write the two letters of a country (LV) or a network (193.40.0.0/16, 2001:db8:1::/48); a network can be no wider than /8 (IPv6: /16).' };
export const NOT_AN_ADDRESS: Text = { lv: 'Tā nav IP adrese. Piemēri: 85.254.196.1, 2a03:ec00::1.', en: 'That is no IP address. Examples: 85.254.196.1, 2a03:ec00::1.' };
export const OPEN_ALREADY: Text = { lv: 'Šī vieta tajā dienā jau ir atvērta.', en: 'This place is open on that day already.' };
export const ENDED_ALREADY: Text = { lv: 'Šī vieta tajā dienā vairs nav atvērta.', en: 'This place is no longer open on that day.' };
export const FOR_THE_COUNTRY: Text = { lv: 'Portāla iestatījumi ir visai valstij; tos maina tas, kam šīs tiesības ir visā valstī.', en: 'Settings of the portal hold for the country; they are changed by who holds this right for all of it.' };

export const PORTAL_CONSTRAINTS: ConstraintTexts = {
  release_key_stays: { lv: 'Izlaides atslēga ir izveidota un nav maināma.', en: 'The release key has been made and cannot be changed.' },
  one_opening_of_a_place_at_a_time: OPEN_ALREADY,
  one_value_of_a_portal_parameter_at_a_time: { lv: 'Šajā laikā jau ir cita vērtība. Atveriet lapu vēlreiz.', en: 'There is another value at that time already. Open the page again.' },
};
