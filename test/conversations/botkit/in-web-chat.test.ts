import { expect, test } from 'vitest'
import { parseScript } from '../script/parse-script.ts'
import { tellLine } from '../stage/tell-message.ts'
import { inWebChat } from './in-web-chat.ts'

const played = (lines: string) => inWebChat(parseScript('a.txt', lines)).scenes[0]!
const told = (line: string, opening = 'Buyer: Hello') => {
  const language = opening.startsWith('买') ? 'zh' : 'en'
  return played(`${opening}\n${line}`).lines.map((shown) => tellLine(shown, language))
}

test.for([
  ['a greeting is words', 'Robot greets: Welcome', 'Robot says: Welcome'],
  ['a note of the system, too', 'System: A person has joined.', 'Robot says: A person has joined.'],
  ['options are buttons', 'Robot asks: Which? [500 ml | 1 litre]', 'Robot says: Which? [500 ml | 1 litre]'],
  ['so are several', 'Robot asks: Which? [several: Laser | Print]', 'Robot says: Which? [Laser | Print]'],
  ['a number has nothing to tap', 'Robot asks: How many? [number, pcs, 1 or more]', 'Robot says: How many?'],
  ['nor has a text', 'Robot asks: Which? [text]', 'Robot says: Which?'],
  [
    'an option called like a field is one',
    'Robot asks: Send? [text me | call]',
    'Robot says: Send? [text me | call]',
  ],
  [
    'products are lines',
    'Robot shows: Ours: [Trail, US$ 3 | Camp]',
    'Robot says: Ours:\nTrail · US$ 3\nCamp',
  ],
  [
    'a link is its address',
    'Robot says: See [us](https://a.example)',
    'Robot says: See us (https://a.example)',
  ],
  ['the beginning alone', 'Robot greets: Wel…', 'Robot says: Wel …'],
] as const)('%s', ([, line, shown]) => {
  expect(told(line)).toEqual([shown])
})

test('a Chinese field is one, too', () => {
  expect(told('机器人提问：多少只？ [数字，只，至少 1]', '买家：你好')).toEqual(['机器人说：多少只？'])
  expect(told('机器人提问：怎么做？ [多选：激光 | 丝印]', '买家：你好')).toEqual([
    '机器人说：怎么做？ [激光 | 丝印]',
  ])
})

test('an answer is said, several are parted by commas; why the robot is silent is told to nobody', () => {
  const { act, claims } = played('Buyer answers: Laser | Print\nRobot stays silent (HUMAN_IN_CHARGE)')
  expect(act).toEqual({ does: 'says', text: 'Laser, Print' })
  expect(claims).toEqual([{ claims: 'silence', line: 2 }])
})
