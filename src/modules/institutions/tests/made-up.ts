import pg from 'pg';
import { loadFoundingMap, readReferenceData } from '#app/data/reference-data.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { defineReform } from '#modules/territories/public.js';
import type { Write } from '#platform/db/transaction.js';
import type { TestPlatform } from '#test/test-platform.js';
import { loadMadeUpInstitutions } from '../actions/load-made-up-institutions.js';

const RECORDED = new Date('2020-01-01T08:00:00Z');

/** The map of 2009 alone with made-up institutions on it: the eve of all reforms. */
export async function loadBeforeReforms(t: TestPlatform, institutions: number): Promise<void> {
  const owner = new pg.Client({ connectionString: t.ownerUrl });
  await owner.connect();
  await owner.query('truncate territories.unit, territories.reform, territories.lineage, institutions.institution cascade');
  await owner.query(`delete from platform.setting where key like 'data.%'`);
  const data = await readReferenceData();
  await loadFoundingMap(t.database, data);
  await t.database.transaction((tx) =>
    loadMadeUpInstitutions(tx, { seed: 1, institutions, residentsOf: (atvk) => (atvk === '0010000' ? 600_000 : 10_000), reforms: data.reforms, recordedAt: RECORDED }),
  );
  await owner.query('analyze');
  await owner.end();
}

/** Puts a real reform, by its day, into the register of reforms. */
export async function defineRealReform(tx: Write, day: string): Promise<string> {
  const reform = (await readReferenceData()).reforms.find((one) => one.effective === (day as IsoDate))!;
  const { title, effective, legalBasis, newVersions: units, successions } = reform;
  return defineReform(tx, { titleLv: title.lv, titleEn: title.en, effective, legalBasis, madeUp: false, units, successions }, 'test', RECORDED);
}
