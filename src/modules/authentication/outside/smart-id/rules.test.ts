import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { challengeOfVerifier, deviceLink, digestOfSecret, signedText, verificationCodeOf } from './rules.js';

/** The worked examples of SK's documentation of RP API 3.1 ("authCode calculation", "Signature protocols", "Notification based flows"). */
const CHALLENGE = 'GYS+yoah6emAcVDNIajwSs6UB/M95XrDxMzXBUkwQJ9YFDipXXzGpPc7raWcuc2+TEoRc7WvIZ/7dU/iRXenYg==';
const INTERACTIONS =
  'W3sidHlwZSI6ImNvbmZpcm1hdGlvbk1lc3NhZ2UiLCJkaXNwbGF5VGV4dDIwMCI6IkxvbmdlciBkZXNjcmlwdGlvbiBvZiB0aGUgdHJhbnNhY3Rpb24gY29udGV4dCJ9LHsidHlwZSI6ImRpc3BsYXlUZXh0QW5kUElOIiwiZGlzcGxheVRleHQ2MCI6IlNob3J0IGRlc2NyaXB0aW9uIG9mIHRoZSB0cmFuc2FjdGlvbiBjb250ZXh0In1d';
const EXAMPLE = { scheme: 'smart-id', challenge: CHALLENGE, name: 'DEMO', brokeredName: 'Example RP', interactions: INTERACTIONS, callback: 'https://rp.example.com/callback-url?value=RrKjjT4aggzu27YBddX1bQ' };
const SECRET = 'B98ODiVCebRedSwdTk51zFSaGYyHtY1H2A0ocAi3/Ps=';

test.each([[Buffer.from('Hello World!'), '6969'], [Buffer.from(CHALLENGE, 'base64'), '7180']])('the verification code of a challenge is the documented one', (challenge, code) => {
  expect(verificationCodeOf(challenge)).toBe(code);
});

test('a verification code keeps its leading zeros', () => {
  const codes = Array.from({ length: 300 }, (_, at) => verificationCodeOf(Buffer.from([at % 256, at >> 8])));
  expect(codes.every((code) => /^\d{4}$/.test(code))).toBe(true);
  expect(codes.some((code) => code.startsWith('0'))).toBe(true);
});

test('the link of the same device carries the documented code', () => {
  const link = deviceLink(
    { deviceLinkBase: 'https://smart-id.com/device-link', flow: 'Web2App', elapsedSeconds: 22, sessionToken: 'wGIrqveE6AuGDATZKmR1mtAZ', lang: 'en' },
    { ...EXAMPLE, sessionSecret: SECRET },
  );
  expect(link).toBe(
    'https://smart-id.com/device-link?deviceLinkType=Web2App&sessionToken=wGIrqveE6AuGDATZKmR1mtAZ&sessionType=auth&version=1.0&lang=eng&authCode=aegUh6gCKkXBJhhvtJqSTWB5_2W8TDQt5eZ7db6krv0',
  );
});

test('a QR code says how old it is and changes with every second, and no callback is in it', () => {
  const linkAt = (elapsedSeconds: number, callback = EXAMPLE.callback) =>
    deviceLink({ deviceLinkBase: 'https://smart-id.com/device-link', flow: 'QR', elapsedSeconds, sessionToken: 'wGIrqveE6AuGDATZKmR1mtAZ', lang: 'lv' }, { ...EXAMPLE, callback, sessionSecret: SECRET });
  expect(linkAt(22)).toMatch(/^https:\/\/smart-id\.com\/device-link\?deviceLinkType=QR&elapsedSeconds=22&sessionToken=\w+&sessionType=auth&version=1\.0&lang=lav&authCode=[\w-]{43}$/);
  expect(linkAt(22).slice(-43)).not.toBe(linkAt(23).slice(-43));
  expect(linkAt(22)).toBe(linkAt(22, ''));
});

test('the signed text has the documented digest', () => {
  const text = signedText({ ...EXAMPLE, serverRandom: 'MTlop6EXCrQ6FOErcKjxUhbV', userChallenge: 'GnsWXXEjTCKR89fj9uo5u5ReBZ9JR7_pezLAI5jMS00', interactionUsed: 'confirmationMessage', flow: 'Web2App' });
  expect(createHash('sha512').update(text).digest('base64')).toBe('pKOjbNl/5Fy8NfrFqsj6pSn8W8O+Ik8rM33QSsbyD3J9qDJvEm90SboUciuY4wHGWa0Pnq8BgT3NJKmJiUDfKg==');
});

test('what comes back with the browser is bound to the secret and to the signature', () => {
  expect(digestOfSecret(SECRET)).toMatch(/^[\w-]{43}$/);
  expect(challengeOfVerifier('XtPfaGa8JnGtYrJjboooUf0KfY9sMEHrWFpSQrsUv9c')).toBe('GnsWXXEjTCKR89fj9uo5u5ReBZ9JR7_pezLAI5jMS00');
});
