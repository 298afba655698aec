import { button, showPage, type WebRoute } from '#web/page-route.js';
import { readMyTraining } from '../../actions/my-training.js';
import { readCourse } from '../../actions/read-course.js';
import { startCourse } from '../../actions/take-course.js';
import { CoursePage, MyTrainingPage } from './page.js';

export const mineRoutes: readonly WebRoute[] = [
  showPage({ path: '/training', action: readMyTraining, render: (training, view) => <MyTrainingPage view={view} training={training} /> }),
  showPage({ path: '/training/courses/:courseId', action: readCourse, render: (course, view) => <CoursePage view={view} course={course} /> }),
  button({ path: '/training/start', action: startCourse, done: (id) => ({ to: `/training/attempts/${id}` }) }),
];
