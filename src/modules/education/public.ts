/** What others may ask of the education register. */
export { loadEducationClassifiers } from './actions/load-classifiers.js';
export { loadMadeUpLicences } from './actions/load-made-up-licences.js';
export { loadMadeUpPupils, registerDemoChildren } from './actions/load-made-up-pupils.js';
export { daysOfYear, deadlineOf, schoolYearOn, type YearDays, yearEndsOn } from './actions/ask-calendar.js';
export { readScales, type Scales } from './actions/ask-scales.js';
export { plainValue } from './domain/scales.js';
export { findLicenceOn } from './store/licences.js';
export { findProgramme } from './store/programmes.js';
export { findSubject, listSubjectsNamed, listSubjectsOn } from './store/subjects.js';
export { isLate } from './domain/deadlines.js';
export { getSchool, getYears, schoolScope } from './actions/school-scope.js';
export { chooseSchools, type SchoolChoices, SchoolSearch } from './actions/school-choices.js';
export { firstSchools, type SchoolRow } from './store/institutions.js';
export { ofScope } from './store/rows.js';
export { classTitleKey, nameKey } from './domain/names.js';
export { listNearestMemberships } from './store/ask.js';
export {
  ASSESSED_OUTCOMES, type AssessedOutcome, findClassOf, findMember, findPupilPlace, handedOnWithin, type InClass, learntBy, learntIn, listOutcomesById, listOutcomesOfGrade, listPlacedIn, listSubjectNames, type MemberRow, membershipInClass, type PlacedRow, type PupilPlace, type SubjectName,
} from './store/ask-pupils.js';
export { type ClassRow, findClass, listClasses, listPlan, type PlanRow } from './store/classes.js';
export { addOpenItems, addPromotionRules, type OpenItem } from './actions/contributed.js';
export { promotionBlocks } from './domain/promotion.js';
export { YearInput } from './actions/start-page.js';
export { type Years } from './actions/school-scope.js';
export { gradeWords, yearName } from './domain/school-year.js';
export { listYearChoices } from './store/choices.js';
export { namedPage, standingReasonOf } from './pages/standing-reason.js';
export { type AssessedClass, expectedRecords, findClassPlace, gradeOfClass, institutionsWithClasses, listAssessedClasses } from './store/expectations.js';
export { workingDaysCounter } from './actions/count-working-days.js';
export { type FoundPlace, placePupils } from './store/place-pupils.js';
export { ROSTER } from './store/roster.js';
export { readSchoolBook, type SchoolBook } from './actions/ask-school-book.js';
export { listTaughtClasses, type TaughtClass } from './store/taught-classes.js';
export { giveDemoTeacher, openDemoEntry } from './actions/prepare-demo-school.js';
export { listStays, type StayRow } from './store/stays.js';
export { seeStatistics } from './permissions.js';
export { countByGrade, type GradeCounts, listSnapshot, listSnapshotDays, type SnapshotRow, takePreschoolSnapshot } from './store/report-counts.js';
export { type Shown, suppress } from './domain/suppression.js';
