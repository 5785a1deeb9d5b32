import { describe, expect, test } from 'vitest'
import { parseScript } from './parse-script.ts'

const FILE = 'a.txt'

test('a script is read into scenes, each with all that must follow from its act', () => {
  const script = parseScript(
    FILE,
    [
      '# A remark.',
      'Rule book: pinduoduo',
      'Clock: 2026-03-02 09:30',
      '',
      'Buyer opens the chat from the product page of TRAIL-750',
      'Robot greets: Hello',
      '',
      '  and welcome',
      'Robot asks: Which size? …',
      'Collected: size = 750 ml',
      '10 minutes later',
      'Robot stays silent (HUMAN_IN_CHARGE)',
    ].join('\r\n'),
  )
  expect(script).toEqual({
    file: FILE,
    language: 'en',
    ruleBook: 'pinduoduo',
    clock: { day: '2026-03-02', time: '09:30' },
    scenes: [
      {
        act: { does: 'opens', entry: 'product', ref: 'TRAIL-750' },
        line: 5,
        lines: [
          { speaker: 'greets', body: 'Hello\n\nand welcome', openEnded: false, line: 6 },
          { speaker: 'asks', body: 'Which size?', openEnded: true, line: 9 },
        ],
        claims: [{ claims: 'collected', variable: 'size', shown: '750 ml', line: 10 }],
      },
      {
        act: { does: 'time passes', byMs: 600_000 },
        line: 11,
        lines: [],
        claims: [{ claims: 'silence', because: 'HUMAN_IN_CHARGE', line: 12 }],
      },
    ],
  })
})

describe('every sentence exists in both languages and means the same', () => {
  test.for([
    ['Buyer opens the chat', '买家打开聊天'],
    ['Buyer opens the chat from the home page', '买家从首页打开聊天'],
    ['Buyer opens the chat from the order page of A-1', '买家从订单页（A-1）打开聊天'],
    ['Buyer opens the chat from the refund page', '买家从退款页打开聊天'],
    ['Buyer opens the chat from the complaint page', '买家从物流投诉页打开聊天'],
    ['Buyer: Hi', '买家：Hi'],
    ['Buyer taps: MOQ?', '买家点：MOQ?'],
    ['Buyer answers: 12', '买家回答：12'],
    ['Buyer asks for a person', '买家要求转人工'],
    ['Buyer sends the order A-1', '买家发送订单（A-1）'],
    ['Buyer ordered A-1: Two cups', '买家下过订单（A-1）：Two cups'],
    ['Buyer chooses in the menu: My orders', '买家点菜单：My orders'],
    ['Person (Li) is busy', '客服（Li）忙碌'],
    ['Seller answers the product A-1 with: Soon', '卖家为商品（A-1）设置回复：Soon'],
    [
      'Seller lists for cards: Sent? = Today | Gift? = Yes',
      '卖家为卡片设置问题：Sent? = Today | Gift? = Yes',
    ],
    ['Seller says for who is busy: Later', '卖家设置忙碌回复：Later'],
    ['Person (Li): Hi', '客服（Li）：Hi'],
    ['Person (Li) takes the conversation', '客服（Li）接手'],
    ['Person (Li) gives it back to the robot', '客服（Li）交还机器人'],
    ['Person (Li) closes the conversation', '客服（Li）结束对话'],
    ['1 second later', '1 秒后'],
    ['2 minutes later', '2 分钟后'],
    ['3 hours later', '3 小时后'],
    ['29 days later', '29 天后'],
    ['The next day at 09:00', '第二天 09:00'],
    ['On 2026-03-02 at 09:00', '到 2026-03-02 09:00'],
  ] as const)('%s = %s', ([english, chinese]) => {
    expect(parseScript(FILE, chinese).scenes).toEqual(parseScript(FILE, english).scenes)
  })

  test.for([
    ['Robot greets: A', '机器人问候：A'],
    ['Robot shows: A', '机器人推荐：A'],
    ['Robot offers: A', '机器人列出：A'],
    ['Robot answers: A', '机器人回答：A'],
    ['Robot asks: A', '机器人提问：A'],
    ['Robot reminds: A', '机器人提醒：A'],
    ['Robot says: A', '机器人说：A'],
    ['Robot closes with: A', '机器人小结：A'],
    ['Robot hands over with: A', '机器人转接：A'],
    ['System: A', '系统：A'],
    ['Robot stays silent', '机器人不回复'],
    ['Robot stays silent (NOT_HELD)', '机器人不回复（NOT_HELD）'],
    ['The shop refuses it (NOT_HELD)', '店铺不接受（NOT_HELD）'],
    ['Collected: size = A', '已收集：size = A'],
    ['The robot is in charge', '由机器人接待'],
    ['The buyer waits for a person', '买家在等人工'],
    ['A person is in charge', '由人工接待'],
    ['The conversation is closed', '对话已结束'],
  ] as const)('%s = %s', ([english, chinese]) => {
    expect(parseScript(FILE, `买家：A\n${chinese}`).scenes).toEqual(
      parseScript(FILE, `Buyer: A\n${english}`).scenes,
    )
  })
})

test('header lines exist in both languages', () => {
  const english = parseScript(
    FILE,
    'Rule book: alibaba\nBuyer reads: zh-CN\nClock: 2026-01-01 00:00\nBuyer: A',
  )
  const chinese = parseScript(FILE, '规则：alibaba\n买家语言：zh-CN\n时间：2026-01-01 00:00\n买家：A')
  expect({ ...chinese, language: 'en' }).toEqual(english)
})

describe('what cannot be read is refused with its line', () => {
  test.for([
    ['an empty script', '# only a remark', 1, 'The script is empty'],
    ['an unknown sentence', 'Buyer: Hi\nRobot shouts: A', 2, '“Robot shouts: A” is no sentence'],
    ['a header line that comes too late', 'Buyer: Hi\nRule book: alibaba', 2, 'is no sentence'],
    ['an expectation before anything happened', 'Robot says: Hi', 1, 'Something has to happen first'],
    ['two languages', 'Buyer: Hi\n机器人不回复', 2, 'keeps to one language'],
    ['an indented first line', '  Buyer: Hi', 1, 'is not indented'],
    ['an indented line under a tap', 'Buyer: A\n\nBuyer taps: B\n  more', 4, 'goes on with nothing'],
    ['silence after words', 'Buyer: A\nRobot says: B\nRobot stays silent', 3, 'remove one of the two'],
    ['words after silence', 'Buyer: A\nRobot stays silent\nRobot says: B', 3, 'remove one of the two'],
  ] as const)('%s', ([, source, line, message]) => {
    expect(() => parseScript(FILE, source)).toThrow(
      expect.objectContaining({ file: FILE, line, message: expect.stringContaining(message) }),
    )
  })
})
