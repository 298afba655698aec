import { expect, test } from 'vitest';
import { mayTry } from './throttle.js';

const limits = { onAccountFromAddress: 5, onAccount: 50, fromAddress: 100 };
const none = { onAccountFromAddress: 0, onAccount: 0, fromAddress: 0, knownPair: false };

test('five wrong passwords for an account end its turn from that network, known or not', () => {
  expect(mayTry({ ...none, onAccountFromAddress: 4 }, limits)).toBe(true);
  expect(mayTry({ ...none, onAccountFromAddress: 5, knownPair: true }, limits)).toBe(false);
});

test('guessing from many networks, or on many accounts, does not stop those known there', () => {
  for (const many of [{ onAccount: 50 }, { fromAddress: 100 }]) {
    expect(mayTry({ ...none, ...many }, limits)).toBe(false);
    expect(mayTry({ ...none, ...many, knownPair: true }, limits)).toBe(true);
  }
});
