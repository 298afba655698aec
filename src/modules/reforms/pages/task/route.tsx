import { formPage } from '#web/page-route.js';
import { decideTask } from '../../actions/decide-task.js';
import { showTask } from '../../actions/read-task.js';
import { TEXTS } from '../../texts.js';
import { TaskPage } from './page.js';

export const taskRoute = formPage({
  path: '/reforms/:reformId/tasks/:taskId',
  load: showTask,
  render: (shown, view, attempt) => <TaskPage {...shown} view={view} attempt={attempt} />,
  action: decideTask,
  done: (_, __, raw) => ({ to: `/reforms/${String(raw['reformId'])}`, notice: TEXTS.decided }),
});
