import { expect, test } from 'vitest'
import { type VariableFault, variableFaults } from './variable-faults.ts'

const told = (fault: VariableFault) => (fault.is === 'unknown' ? fault.name : 'unreadable')

test.for<readonly [string, string, readonly string[]]>([
  ['no brace at all', 'Back soon', []],
  ['single braces are the seller’s own', '{a} }b{', []],
  ['a known one', 'Hi {{store.name}}', []],
  ['a known one with spaces and a fallback', 'Hi {{ store.name | us }}', []],
  ['one that nobody fills', '{{x}}', ['x']],
  ['the same twice', '{{x}} {{x|y}}', ['x', 'x']],
  ['what is no name', 'Hi {{1+1}}', ['unreadable']],
  ['an empty one', '{{}}', ['unreadable']],
  ['one that never closes', 'Hi {{store.name', ['unreadable']],
  ['one that closes with a single brace', 'Hi {{store.name}', ['unreadable']],
  ['a gap of a template', 'Deposit: {{?your deposit}}', ['unreadable']],
  ['a fallback in braces', '{{store.name|{us}}}', ['unreadable']],
  ['both beside a known one', '{{x}} {{store.name}} {{', ['x', 'unreadable']],
])('%s', ([, text, faults]) => {
  expect(variableFaults(text, ['store.name']).map(told)).toEqual(faults)
})

test('where nothing is filled, every doubled brace is one too many', () => {
  expect(variableFaults('{{store.name}} {{', []).map(told)).toEqual(['store.name', 'unreadable'])
})
