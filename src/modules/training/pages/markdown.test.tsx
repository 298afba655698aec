import fc from 'fast-check';
import { lexer } from 'marked';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Markdown } from './markdown.js';

const html = (markdown: string): string => renderToString(<Markdown tokens={lexer(markdown)} />);

test('Markdown becomes elements', () => {
  expect(html('Teksts **trekns** *slīps* `kods` un [saite](https://likumi.lv)')).toBe('<p>Teksts <strong>trekns</strong> <em>slīps</em> <code>kods</code> un <a href="https://likumi.lv" rel="noreferrer">saite</a></p>');
  expect(html('- a\n- b\n')).toBe('<ul><li>a</li><li>b</li></ul>');
  expect(html('3. a\n4. b\n')).toBe('<ol start="3"><li>a</li><li>b</li></ol>');
  expect(html('## Otrais\n\n### Trešais\n')).toBe('<h2>Otrais</h2><h3>Trešais</h3>');
  expect(html('| a | b |\n|---|---|\n| 1 | 2 |\n')).toContain('<th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody>');
});

test('raw HTML and pictures come out as the words they are, and other links as words', () => {
  expect(html('<script>alert(1)</script>')).toBe('&lt;script>alert(1)&lt;/script>');
  expect(html('a <img src=x onerror=alert(1)> b')).toBe('<p>a &lt;img src=x onerror=alert(1)> b</p>');
  expect(html('![x](https://x.lv/a.png)')).toBe('<p>![x](https://x.lv/a.png)</p>');
  expect(html('[x](javascript:alert(1))')).toBe('<p>x</p>');
  expect(html('[x](//evil.lv)')).toBe('<p>x</p>');
});

const ELEMENTS = /^(p|h2|h3|ul|ol|li|blockquote|div|table|thead|tbody|tr|th|td|pre|code|hr|strong|em|del|br|a)$/;

test('whatever is written, only known elements come out, and no attribute that runs anything', () => {
  const piece = fc.constantFrom('<', '>', '"', "'", '<img src=x onerror=alert(1)>', '<a href="javascript:x">', '[a](', 'javascript:alert(1))', '![', '](data:x)', '&lt;b&gt;', '`', '**', '\n', '\n\n', '- ', '> ', '|', '#', 'x', '<!--', '-->', '</p>', '&#39;');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const out = html(pieces.join(''));
      for (const [tag, name, attributes] of out.matchAll(/<\/?([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/gi)) {
        expect(name, tag).toMatch(ELEMENTS);
        for (const [, attribute, value = ''] of attributes!.matchAll(/\s+([a-z-]+)(?:="([^"]*)")?/gi)) {
          expect(attribute, tag).not.toMatch(/^(on|style$|src$)/i);
          // The name of a table is the words of its heading, whatever they are: it runs nothing.
          if (attribute !== 'aria-label') expect(value, tag).not.toMatch(/javascript:/i);
        }
      }
      expect(out).not.toMatch(/<(script|img|iframe|style)\b/i);
    }),
    { numRuns: 500, examples: [[['<a href="javascript:x">', '<', '\n', '|', '- ']]] },
  );
});
