/** Time comes from the clock that is passed in (src/kernel/clock.ts), so that a shifted clock shifts everything. */
const isPassedIn = {
  create(context) {
    const complain = (node) => context.report({ node, message: 'The clock is passed in (kernel/clock.ts).' });
    return {
      NewExpression(node) {
        if (node.callee.name === 'Date' && node.arguments.length === 0) complain(node);
      },
      CallExpression(node) {
        if (node.callee.object?.name === 'Date' && node.callee.property?.name === 'now') complain(node);
      },
    };
  },
};

export default { meta: { name: 'clock' }, rules: { 'is-passed-in': isPassedIn } };
