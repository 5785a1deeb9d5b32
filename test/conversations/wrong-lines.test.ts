import { describe, expect, test } from 'vitest'
import { readShops } from './read-shop.ts'
import { parseScript } from './script/parse-script.ts'
import { engineStage } from './stage/engine-stage.ts'
import { playScript } from './stage/play-script.ts'
import { startOf } from './stage/start-of.ts'

const shop = readShops().find(({ folder }) => folder === 'export-factory')!

const RIGHT = `Buyer opens the chat from the product page
Robot greets: Hello and welcome, …
Robot shows: …
Robot offers: You can tap a question at any time: [MOQ? | Lead time? | Samples? | Your logo? | Payment?]
Robot asks: Which size do you need? …
Buyer answers: 750 ml
Robot asks: How many pieces? [number, pcs, 1 or more]
Collected: size = 750 ml
The robot is in charge
Buyer answers: 0
The shop refuses it (ANSWER_UNFIT)
Buyer opens the chat from the home page
Robot stays silent (LIST_ALREADY_TODAY)
`

async function play(source: string): Promise<void> {
  const script = parseScript('a.txt', source)
  await playScript(script, engineStage(shop, startOf(shop, script)), shop)
}

test('the script that the wrong ones are made from passes', async () => {
  await expect(play(RIGHT)).resolves.toBeUndefined()
})

describe('one wrong line makes a script fail, and the failure says where, what was expected and what came', () => {
  test.for([
    [
      'a word',
      'Robot asks: How many pieces?',
      'Robot asks: How many boxes?',
      7,
      'got:      Robot asks: How many pieces? [number, pcs, 1 or more]',
    ],
    [
      'a bound',
      '1 or more]',
      '2 or more]',
      7,
      'expected: Robot asks: How many pieces? [number, pcs, 2 or more]',
    ],
    ['a question of the list', '| Samples? ', '', 4, 'Samples?'],
    [
      'the order',
      'Robot shows: …\nRobot offers: You',
      'Robot offers: …\nRobot shows: You',
      3,
      'got:      Robot shows: Bottles',
    ],
    ['why it is said', 'Robot greets', 'Robot says', 2, 'got:      Robot greets: Hello and welcome'],
    [
      'a line too few',
      'Robot asks: How many pieces? [number, pcs, 1 or more]\n',
      '',
      6,
      'expected: (nothing more)',
    ],
    ['a line too many', 'Collected', 'Robot says: Thanks\nCollected', 8, 'got:      (nothing)'],
    ['a collected answer', 'size = 750 ml', 'size = 500 ml', 8, 'got:      750 ml'],
    ['an answer never given', 'Collected: size', 'Collected: colour', 8, 'got:      (nothing)'],
    ['who is in charge', 'The robot is in charge', 'The buyer waits for a person', 9, 'got:      robot'],
    [
      'the reason of a silence',
      'LIST_ALREADY_TODAY',
      'CONTACT_TOO_RECENT',
      13,
      'got:      LIST_ALREADY_TODAY',
    ],
    ['a refusal that does not happen', 'Buyer answers: 0', 'Buyer answers: 3', 11, 'expected: ANSWER_UNFIT'],
    ['the code of a refusal', 'ANSWER_UNFIT', 'NOT_HELD', 11, 'got:      ANSWER_UNFIT'],
    [
      'a refusal the script does not mention',
      'The shop refuses it (ANSWER_UNFIT)\n',
      '',
      10,
      'the script does not say so',
    ],
    [
      'something to tap that is not there',
      'Buyer answers: 0',
      'Buyer taps: Warranty?',
      10,
      'nothing called “Warranty?”',
    ],
    ['time that goes back', 'Buyer answers: 0', 'On 2026-03-01 at 09:00', 10, 'Time does not go back'],
  ] as const)('%s', async ([, right, wrong, line, message]) => {
    expect(RIGHT).toContain(right)
    await expect(play(RIGHT.replace(right, wrong))).rejects.toMatchObject({
      file: 'a.txt',
      line,
      message: expect.stringContaining(message),
    })
  })
})
