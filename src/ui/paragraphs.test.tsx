import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Paragraphs } from './paragraphs.js';

test('what was typed in paragraphs and lines is shown in them', () => {
  expect(renderToString(<Paragraphs text={'Sestdien nestrādāsim.\r\n\r\nNo 8.00\r\nlīdz 10.00.\n\n\nPaldies <b>!'} />)).toBe(
    '<p>Sestdien nestrādāsim.</p><p>No 8.00<br/>līdz 10.00.</p><p>Paldies &lt;b>!</p>',
  );
});
