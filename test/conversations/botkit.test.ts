import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BotShop, startBotShop } from './botkit/bot-shop.ts'
import { type BotStage, botStage } from './botkit/bot-stage.ts'
import { inWebChat } from './botkit/in-web-chat.ts'
import { unspokenIn } from './botkit/unspoken.ts'
import { readShops } from './read-shop.ts'
import { named } from './script/named.ts'
import { parseScript } from './script/parse-script.ts'
import type { Line, Script, Speaker } from './script/script.ts'
import { playScript } from './stage/play-script.ts'
import type { Shown } from './stage/stage.ts'
import { startOf } from './stage/start-of.ts'
import { fits } from './stage/tell-message.ts'

const MINUTES = 60_000

const PUBLISHING = 'publishing, which in a bot is a deployment'
const BUSY = 'whether a person is busy, which their console knows'
const REFUSAL = 'a form that refuses: words in a chat are taken as they are'

/** Every other script is played. */
const NOT_PLAYED = {
  'craft-studio/06-answers-that-do-not-fit': [REFUSAL],
  'export-factory/10-answers-that-do-not-fit': [REFUSAL],
  'export-factory/13-new-list-at-once': [PUBLISHING],
  'export-factory/14-judges-the-answers': ['what an answer was worth: no button for it'],
  'export-factory/15-rules-in-english': ['settings of the console', BUSY],
  'export-factory/16-rules-in-chinese': ['settings of the console', BUSY],
  'export-factory/17-rules-in-portuguese': ['settings of the console'],
  'flagship-store/09-list-changes-meanwhile': [
    PUBLISHING,
    'a tap on what is no longer held, which is words there',
  ],
  'flagship-store/10-pinduoduo-walk-through': [PUBLISHING],
  'flagship-store/11-cards-menu-busy': [
    'settings of the console',
    'an order of the buyer’s own, which a shop’s system tells of',
    'the menu of our own panel',
    BUSY,
  ],
}

test('only what a bot has no words for is not played on it', () => {
  const unspoken = readShops()
    .flatMap(({ scripts }) => scripts)
    .flatMap((script) => {
      const reasons = unspokenIn(script)
      return reasons.length > 0 ? [[nameOf(script), reasons]] : []
    })
  expect(Object.fromEntries(unspoken)).toEqual(NOT_PLAYED)
})

describe.for(readShops())('$folder', (shop) => {
  let on: BotShop
  const played = shop.scripts.filter((script) => unspokenIn(script).length === 0)

  beforeAll(async () => {
    on = await startBotShop(shop)
  }, 5 * MINUTES)
  afterAll(() => on.stop())

  test.for(named(played))('%s, on the real Botkit', ([, script]) => play(script))

  test('a wrong line fails here too', async () => {
    const wrong = parseScript('a.txt', 'Buyer: Hello\nRobot says: You won a prize')
    await expect(play(wrong)).rejects.toMatchObject({ line: 2, message: expect.stringContaining('a prize') })
  })

  test('a page that is loaded again before everything the buyer does: each open question is asked again, none is answered', async () => {
    const script = played[0]!
    const again: Shown[] = []
    await play(script, (stage) => ({
      ...stage,
      perform: async (cue, expected) => {
        if (cue.does !== 'open') again.push(...(await stage.comeBack()))
        return stage.perform(cue, expected)
      },
    }))
    const asked = linesOf(script, 'asks')
    expect(asked.length).toBeGreaterThan(0)
    expect(again).toHaveLength(asked.length)
    expect(asked.filter((line, at) => !fits(again[at]!, line, script.language))).toEqual([])
  })

  async function play(
    script: Script,
    around: (stage: BotStage) => BotStage = (stage) => stage,
  ): Promise<void> {
    const stage = await botStage(on, startOf(shop, script))
    try {
      await playScript(inWebChat(script), around(stage), shop)
    } finally {
      await stage.leave()
    }
  }
})

function nameOf({ file }: Script): string {
  return file.replaceAll(/^flows\/|conversations\/|\.txt$/g, '')
}

/** What the robot says for that reason, as the web chat shows it. */
function linesOf(script: Script, speaker: Speaker): readonly Line[] {
  const scenes = script.scenes.map((scene) => ({
    ...scene,
    lines: scene.lines.filter((line) => line.speaker === speaker),
  }))
  return inWebChat({ ...script, scenes }).scenes.flatMap(({ lines }) => lines)
}
