import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { type BotkitPlugin, reception as makeReception } from '@shopbell/botkit-plugin'

// A controller that only takes the plugin, from the packed package: whether it works in a bot is tried in test/botkit.

const plugins: BotkitPlugin[] = []

export const controller = {
  usePlugin: (plugin: BotkitPlugin): void => {
    plugins.push(plugin)
  },
}

export const reception = makeReception

export const flow = readFileSync('flow.json', 'utf8')

export function check(): void {
  assert.equal(plugins.length, 1)
  assert.equal(typeof plugins[0]?.init, 'function')
}
