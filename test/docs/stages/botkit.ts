import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { type BotkitPlugin, reception as makeReception } from '@shopbell/botkit-plugin'
import { type FakeBotkit, fakeBotkit } from '../../../packages/botkit-plugin/src/testing/fake-botkit.ts'

// A Botkit controller that takes plugins, and the sample flow. The real Botkit runs in test/botkit.

let bot: FakeBotkit | undefined

export const controller = {
  usePlugin: (plugin: BotkitPlugin): void => {
    bot = fakeBotkit(plugin)
  },
}

export const reception = makeReception

export const flow = readFileSync(new URL('../../../flows/export-factory/flow.json', import.meta.url), 'utf8')

/** The bot that the block made greets a buyer. */
export async function check(): Promise<void> {
  await bot?.receive({ type: 'hello' })
  assert.match(bot?.said[0]?.text ?? '', /^Hello and welcome/)
}
