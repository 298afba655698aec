-- Learning outcomes in English where the classifier has them; those of the made-up sample have, unless somebody wrote other words since.
alter table education.outcome add column text_en text not null default '';
comment on column education.outcome.text_en is 'The same in English; empty where the classifier has it in Latvian alone';
update education.outcome o set text_en = t.en from (values
  ('LV.1.1', 'Lasa vārdus un īsus teikumus un saprot izlasīto.', 'Reads words and short sentences and understands what was read.'),
  ('LV.1.2', 'Raksta teikumu ar lielo sākuma burtu un pieturzīmi beigās.', 'Writes a sentence with a capital letter at its start and a mark at its end.'),
  ('LV.2.1', 'Lasa tekstu plūstoši un atbild uz jautājumiem par to.', 'Reads a text fluently and answers questions about it.'),
  ('LV.2.2', 'Uzraksta dažus saistītus teikumus par pieredzēto.', 'Writes a few connected sentences about what was experienced.'),
  ('LV.3.1', 'Nosaka teksta galveno domu.', 'Tells the main idea of a text.'),
  ('LV.3.2', 'Uzraksta stāstījumu ar ievadu, galveno daļu un nobeigumu.', 'Writes a narrative with an introduction, a main part and an ending.'),
  ('MAT.1.1', 'Skaita, salīdzina un pieraksta skaitļus līdz 100.', 'Counts, compares and writes down numbers up to 100.'),
  ('MAT.1.2', 'Saskaita un atņem 20 apjomā.', 'Adds and subtracts within 20.'),
  ('MAT.2.1', 'Saskaita un atņem 100 apjomā.', 'Adds and subtracts within 100.'),
  ('MAT.2.2', 'Mēra garumu, masu un laiku.', 'Measures length, mass and time.'),
  ('MAT.3.1', 'Reizina un dala 100 apjomā.', 'Multiplies and divides within 100.'),
  ('MAT.3.2', 'Aprēķina taisnstūra perimetru un laukumu.', 'Calculates the perimeter and area of a rectangle.'),
  ('ANG.1.1', 'Saprot vienkāršus norādījumus un atbild uz tiem.', 'Understands simple instructions and responds to them.'),
  ('ANG.3.1', 'Pastāsta dažos teikumos par sevi un ģimeni.', 'Tells about oneself and the family in a few sentences.'),
  ('DAB.1.1', 'Vēro dabu un apraksta novēroto.', 'Observes nature and describes what was observed.'),
  ('DAB.3.1', 'Plāno un veic vienkāršu eksperimentu.', 'Plans and carries out a simple experiment.'),
  ('MUZ.1.1', 'Dzied vienbalsīgi un jūt ritmu.', 'Sings in unison and feels the rhythm.'),
  ('SPO.1.1', 'Veic kustību uzdevumus drošā veidā.', 'Does movement tasks in a safe way.')) t(code, lv, en)
  where o.code = t.code and o.text_lv = t.lv;
