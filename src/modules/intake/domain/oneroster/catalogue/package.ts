import { error, warning } from './entry.js';

/** Findings about the package, its manifest and the shape of its files. */
export const PACKAGE_FINDINGS = {
  'manifest-missing': error(
    { lv: 'Paketē nav satura saraksta manifest.csv.', en: 'The package has no manifest.csv.' },
    { lv: 'Pievienojiet manifest.csv arhīva saknē; tajā nosauciet versijas un visus 21 datu failu.', en: 'Add manifest.csv in the root of the archive; name the versions and all 21 data files in it.' },
  ),
  'manifest-header': error(
    { lv: 'Satura saraksta galvene nav tāda, kādu prasa standarts.', en: 'The header of the manifest is not what the standard asks for.' },
    { lv: 'Pirmajā rindā rakstiet tieši propertyName,value.', en: 'Write exactly propertyName,value in the first row.' },
  ),
  'manifest-property-missing': error(
    { lv: 'Satura sarakstā trūkst obligātas rindas.', en: 'The manifest lacks a required row.' },
    { lv: 'Pievienojiet rindu. Faili, kuru paketē nav, jānosauc ar vērtību absent.', en: 'Add the row. Files that are not in the package are named with the value absent.' },
  ),
  'manifest-property-unknown': warning(
    { lv: 'Satura sarakstā ir rinda, kuras standartā nav.', en: 'The manifest has a row that the standard does not know.' },
    { lv: 'Izlabojiet nosaukumu vai izņemiet rindu.', en: 'Correct the name or take the row out.' },
    { lv: 'Rinda no standarta saraksta', en: 'A row from the list of the standard' },
  ),
  'manifest-property-duplicate': error(
    { lv: 'Satura sarakstā viena un tā pati rinda ir vairākkārt.', en: 'A row stands in the manifest more than once.' },
    { lv: 'Atstājiet vienu no rindām.', en: 'Keep one of the rows.' },
    { lv: 'Katra rinda vienu reizi', en: 'Each row once' },
  ),
  'manifest-value': error(
    { lv: 'Satura saraksta vērtība nav atļauta.', en: 'A value of the manifest is not allowed.' },
    { lv: 'Ierakstiet kādu no gaidītajām vērtībām.', en: 'Write one of the expected values.' },
  ),
  'file-missing': error(
    { lv: 'Satura saraksts sola failu, kura arhīvā nav.', en: 'The manifest promises a file that is not in the archive.' },
    { lv: 'Pievienojiet failu vai satura sarakstā rakstiet absent.', en: 'Add the file, or write absent in the manifest.' },
    { lv: 'Fails arhīva saknē', en: 'The file in the root of the archive' },
  ),
  'file-undeclared': error(
    { lv: 'Arhīvā ir fails, kuru satura saraksts sauc par neesošu.', en: 'The archive has a file that the manifest calls absent.' },
    { lv: 'Satura sarakstā rakstiet bulk vai delta, vai izņemiet failu. Līdz tam fails pārbaudīts kā bulk.', en: 'Write bulk or delta in the manifest, or take the file out. Until then it was checked as bulk.' },
  ),
  'file-unknown': warning(
    { lv: 'Arhīvā ir fails, kura standartā nav; tas nav lasīts.', en: 'The archive has a file that the standard does not know; it was not read.' },
    { lv: 'Izlabojiet nosaukumu (lielie un mazie burti ir svarīgi) vai izņemiet failu.', en: 'Correct the name (capitals matter) or take the file out.' },
    { lv: 'Datu fails no standarta', en: 'A data file of the standard' },
  ),
  'file-in-folder': error(
    { lv: 'Fails atrodas arhīva mapē; tas nav lasīts.', en: 'The file is in a folder of the archive; it was not read.' },
    { lv: 'Saarhivējiet pašus failus, nevis mapi, kurā tie ir.', en: 'Archive the files themselves, not the folder they are in.' },
    { lv: 'Fails arhīva saknē', en: 'The file in the root of the archive' },
  ),
  'not-utf-8': error(
    { lv: 'Fails nav UTF-8 teksts; tālāk par šo rindu tas nav lasīts.', en: 'The file is not UTF-8 text; it was not read past this row.' },
    { lv: 'Saglabājiet failu UTF-8 kodējumā (nevis Windows-1257 vai UTF-16).', en: 'Save the file as UTF-8 (not as Windows-1257 or UTF-16).' },
    { lv: 'UTF-8', en: 'UTF-8' },
  ),
  'csv-syntax': error(
    { lv: 'Pēdiņas šajā rindā nav liktas pēc CSV kārtības; tālāk fails nav lasīts.', en: 'The quotes in this row do not follow the rules of CSV; the file was not read past it.' },
    { lv: 'Vērtību ar komatu, pēdiņām vai jaunu rindu lieciet pēdiņās un pēdiņas tajā rakstiet divreiz.', en: 'Put a value with a comma, a quote or a line end into quotes, and write quotes within it twice.' },
    { lv: 'RFC 4180', en: 'RFC 4180' },
  ),
  'file-empty': error(
    { lv: 'Fails ir tukšs: tam nav pat galvenes.', en: 'The file is empty: it has not even a header.' },
    { lv: 'Ierakstiet galveni, vai izņemiet failu un satura sarakstā rakstiet absent.', en: 'Write the header, or take the file out and write absent in the manifest.' },
  ),
  'header-empty': error(
    { lv: 'Galvenē ir kolonna bez nosaukuma.', en: 'The header has a column without a name.' },
    { lv: 'Nosauciet kolonnu vai izņemiet to; biežs iemesls ir komats rindas beigās.', en: 'Name the column or take it out; often it is a comma at the end of the row.' },
    { lv: 'Kolonnas nosaukums', en: 'The name of a column' },
  ),
  'header-duplicate': error(
    { lv: 'Viena kolonna galvenē ir vairākkārt.', en: 'A column stands in the header more than once.' },
    { lv: 'Atstājiet vienu; pārbaudīta ir pirmā.', en: 'Keep one; the first was checked.' },
    { lv: 'Katra kolonna vienu reizi', en: 'Each column once' },
  ),
  'header-spelling': error(
    { lv: 'Kolonnas nosaukums atšķiras no standarta ar burtu lielumu vai atstarpēm.', en: 'The name of the column differs from the standard in capitals or spaces.' },
    { lv: 'Rakstiet nosaukumu tieši tā, kā standartā.', en: 'Write the name exactly as the standard does.' },
  ),
  'header-unknown': error(
    { lv: 'Galvenē ir kolonna, kuras standartā nav.', en: 'The header has a column that the standard does not know.' },
    { lv: 'Izlabojiet nosaukumu. Savām kolonnām nosaukumu sāciet ar metadata. un lieciet tās pašās beigās.', en: 'Correct the name. Columns of your own begin with metadata. and stand at the very end.' },
    { lv: 'Kolonna no standarta vai metadata.…', en: 'A column of the standard, or metadata.…' },
  ),
  'header-missing': error(
    { lv: 'Galvenē trūkst kolonnas. Standartā ir visas, arī tās, kuru vērtības drīkst būt tukšas.', en: 'The header lacks a column. All are needed, even where their values may be empty.' },
    { lv: 'Pievienojiet kolonnu tās vietā.', en: 'Add the column in its place.' },
  ),
  'header-order': error(
    { lv: 'Kolonnas nav standarta secībā.', en: 'The columns are not in the order of the standard.' },
    { lv: 'Sakārtojiet kolonnas gaidītajā secībā.', en: 'Put the columns into the expected order.' },
  ),
  'metadata-too-early': error(
    { lv: 'Papildu kolonna ir starp standarta kolonnām.', en: 'A column of your own stands among those of the standard.' },
    { lv: 'Pārceliet metadata. kolonnas aiz visām standarta kolonnām.', en: 'Move metadata. columns behind all columns of the standard.' },
    { lv: 'Aiz standarta kolonnām', en: 'Behind the columns of the standard' },
  ),
  'row-width': error(
    { lv: 'Rindā ir cits vērtību skaits nekā galvenē; rinda nav pārbaudīta.', en: 'The row has another number of values than the header; it was not checked.' },
    { lv: 'Izlīdziniet rindu; biežs iemesls ir komats vērtībā, kas nav pēdiņās.', en: 'Even the row out; often a value with a comma is not in quotes.' },
  ),
  'row-blank': warning(
    { lv: 'Rinda ir tukša.', en: 'The row is empty.' },
    { lv: 'Izņemiet rindu.', en: 'Take the row out.' },
    { lv: 'Ieraksts', en: 'A record' },
  ),
} as const;
