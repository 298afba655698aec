import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import '#app/modules.js';
import { valueInWords } from '#modules/workspace/domain/log-values.js';
import { FACT_NAMES } from '#modules/workspace/domain/log-words.js';
import { reasonInWords } from '#platform/audit/reason-words.js';

/**
 * What audit entries can hold, read by the compiler from the types of every action's `audit`: the names of facts, and the codes
 * that stand as their values. Nothing has to be run for it, so that a rare action is seen like a common one. It stands with the
 * long tests because the compiler needs half a minute.
 */
function loggable(): { readonly actions: number; readonly names: ReadonlyMap<string, string>; readonly codes: ReadonlyMap<string, string> } {
  const config = ts.getParsedCommandLineOfConfigFile(join(import.meta.dirname, '../../tsconfig.program.json'), { noEmit: true }, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: ({ messageText }) => { throw new Error(String(messageText)); } })!;
  const program = ts.createProgram(config.fileNames, config.options);
  const checker = program.getTypeChecker();
  const names = new Map<string, string>();
  const codes = new Map<string, string>();
  let actions = 0;

  const isScalar = (type: ts.Type): boolean => (type.isIntersection() ? type.types.some(isScalar) : (type.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike)) !== 0);

  function collect(type: ts.Type, action: string): void {
    if (type.flags & ts.TypeFlags.TypeParameter) return collect(checker.getBaseConstraintOfType(type) ?? checker.getStringType(), action);
    if (type.isStringLiteral()) codes.set(type.value, action);
    else if (type.isUnion()) for (const one of type.types) collect(one, action);
    else if (checker.isArrayType(type) || checker.isTupleType(type)) for (const one of checker.getTypeArguments(type as ts.TypeReference)) collect(one, action);
    else if (!isScalar(type) && type.symbol?.name !== 'Date') {
      for (const property of checker.getPropertiesOfType(type)) {
        names.set(property.name, action);
        collect(checker.getTypeOfSymbol(property), action);
      }
    }
  }

  function ofAction(definition: ts.ObjectLiteralExpression): void {
    const at = (name: string) => definition.properties.find((one) => one.name?.getText() === name);
    const audit = at('audit');
    if (!audit) return;
    actions += 1;
    const name = at('name')?.getText() ?? '';
    const type = ts.isPropertyAssignment(audit) ? checker.getTypeAtLocation(audit.initializer) : checker.getTypeOfSymbol(checker.getSymbolAtLocation(audit.name!)!);
    for (const signature of type.getCallSignatures()) {
      const written = signature.getReturnType();
      for (const one of written.isUnion() ? written.types : [written]) {
        const facts = one.getProperty('facts');
        if (facts) collect(checker.getTypeOfSymbol(facts), name);
      }
    }
  }

  const visit = (node: ts.Node): void => {
    const [definition] = ts.isCallExpression(node) && /^(read|write)Action$/.test(node.expression.getText()) ? node.arguments : [];
    if (definition && ts.isObjectLiteralExpression(definition)) ofAction(definition);
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) if (!file.isDeclarationFile) visit(file);
  return { actions, names, codes };
}

test('every fact that an action can log has words in both languages, and so has every code among them', { timeout: 300_000 }, () => {
  const { actions, names, codes } = loggable();
  expect(actions).toBeGreaterThan(200);
  expect(names.has('redirectUris') && codes.has('substantial')).toBe(true);
  const without = (found: ReadonlyMap<string, string>, known: (word: string) => boolean) => [...found].filter(([word]) => !known(word)).map(([word, action]) => `${word} of ${action}`);
  expect(without(names, (name) => name in FACT_NAMES)).toEqual([]);
  expect(without(codes, (code) => valueInWords(code).en !== code || valueInWords(code).lv !== code || reasonInWords(code).lv !== code)).toEqual([]);
});
