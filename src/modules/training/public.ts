/** What others may ask about training. Whether a right waits for a course is asked of access. */
export { loadDemoTraining } from './actions/load-demo-training.js';
