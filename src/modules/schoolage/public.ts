/** What others may ask about the register of children of compulsory school age: only the made-up data of a demonstration. */
export { loadDemoInquiries } from './actions/load-demo-inquiries.js';
