import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningBot, startBot } from '../../botkit/start-bot.ts'
import type { Shop } from '../read-shop.ts'

/** The example's bot on the real Botkit, with the flow and the shop of a sample. */
export interface BotShop {
  readonly bot: RunningBot
  readonly shop: Shop
  readonly stop: () => Promise<void>
}

const PROGRAM = new URL('../../botkit/script-bot.mjs', import.meta.url)

/** In exclusive mode, for a script tells what happens to words that the reception cannot answer. */
export async function startBotShop(shop: Shop): Promise<BotShop> {
  const { folder, name, ruleBook, timeZone, products } = shop
  const directory = await mkdtemp(join(tmpdir(), 'shopbell-bot-'))
  const file = join(directory, 'shop.json')
  await writeFile(file, JSON.stringify({ name, ruleBook, timeZone, products, mode: 'exclusive' }))
  const flow = new URL(`../../../flows/${folder}/flow.json`, import.meta.url)
  const bot = await startBot(PROGRAM, flow, undefined, file)
  return {
    bot,
    shop,
    stop: async () => {
      await bot.stop()
      await rm(directory, { recursive: true })
    },
  }
}
