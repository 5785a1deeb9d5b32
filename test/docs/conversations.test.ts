import { expect, test } from 'vitest'
import { readShops } from '../conversations/read-shop.ts'
import { parseScript } from '../conversations/script/parse-script.ts'
import { engineStage } from '../conversations/stage/engine-stage.ts'
import { playScript } from '../conversations/stage/play-script.ts'
import { startOf } from '../conversations/stage/start-of.ts'
import { blocksFor } from './runner-of.ts'

// Conversations in the docs are played, on the shop of `flows/` that their hidden remark names (`<!-- try: conversation craft-studio -->`).

test.for(blocksFor('conversations'))('%s', async ([, { page, code, how }]) => {
  const shop = readShops().find(({ folder }) => folder === how['conversation'])
  if (shop === undefined) throw new Error(`There is no shop flows/${how['conversation'] ?? ''}.`)
  const script = parseScript(page, `${code}\n`)
  expect(script.scenes.length).toBeGreaterThan(1)
  await playScript(script, engineStage(shop, startOf(shop, script)), shop)
})
