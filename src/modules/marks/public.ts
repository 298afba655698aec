/** What others may ask about marks, outcomes and absences. */
export { loadMadeUpMarks } from './actions/load-made-up-marks.js';
export { addParcelSteps, type ParcelStep } from './actions/parcel.js';
export { type AbsenceRecord, type MarkRecord, type OutcomeRecord, type Records } from './domain/record.js';
export { type Clash, takeRecords, type Taken, type Taking } from './store/take.js';
export { closedPeriods } from './actions/ask-window.js';
export { withdrawRecords } from './store/withdraw.js';
export { EXCHANGED } from './store/exchanged.js';
export { checkAbsence, checkAssessment, type AbsenceTotals, type Finding, refusalOf, sumsAgree, type Surroundings, warningsOf, type Window } from './domain/check-record.js';
export { RECORD_CODES, type RecordCode } from './domain/codes.js';
export { isPeriodOf, matterOf, monthEnd, monthStart, type Period, PERIODS_OF, periodName } from './domain/periods.js';
export { listTotalsOf } from './store/totals.js';
export { fillGrid } from './permissions.js';
export { type Grid, readGrid } from './actions/view-grid.js';
export { type ShownColumn } from './actions/grid-columns.js';
export { columnCode, columnOf, GRID_PERIODS, type GridColumn, type GridPeriod } from './domain/grid-column.js';
export { countTouched, touchYears } from './actions/count-standings.js';
