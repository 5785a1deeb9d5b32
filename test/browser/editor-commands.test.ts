import {
  behaviourHash,
  canonicalFlow,
  readFlow,
  type FlowDocument,
  type FlowOperation,
} from '@shopbell/engine'
import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Command } from '../../packages/editor/src/lib/flow-editor/commands/command.ts'
import { anyCommand } from '../../packages/editor/src/lib/flow-editor/document/testing/any-command.ts'
import { eventually } from '../tools/eventually.ts'
import { SEED } from '../tools/seed.ts'
import { linksOf } from './editor-stage/links-of.ts'
import { openEditorStage, type EditorStage } from './editor-stage/editor-stage.ts'
import { applyPlainly } from './editor-stage/plain-model.ts'

const COMMANDS = 1_000

let stage: EditorStage
let page: Page

beforeAll(async () => {
  stage = await openEditorStage()
  page = await stage.open()
})
afterAll(() => stage.close())

test(`a thousand random commands through the page’s bus, seed ${SEED}`, { timeout: 900_000 }, async () => {
  const makers = fc.sample(anyCommand(), { numRuns: COMMANDS, seed: SEED })
  let model: unknown = structuredClone(stage.start)
  let document = stage.start
  for (const make of makers) {
    const command = make(document)
    if (!command) continue
    for (const operation of command.operations) model = applyPlainly(model, operation)
    document = await execute(command)
    expect(readFlow(document).ok).toBe(true)
    expect(linksOf(document).filter((target) => !Object.hasOwn(document.blocks, target))).toEqual([])
  }
  const plain = readFlow(model)
  expect(plain.ok && canonicalFlow(plain.document)).toBe(canonicalFlow(document))
  await eventually(async () => expect(canonicalFlow(await stage.stored())).toBe(canonicalFlow(document)))

  const end = behaviourHash(document)
  const back = await travel('undo')
  expect(back.steps).toBeGreaterThan(COMMANDS / 4)
  expect(behaviourHash(back.document)).toBe(behaviourHash(stage.start))
  const forth = await travel('redo')
  expect(forth.steps).toBe(back.steps)
  expect(behaviourHash(forth.document)).toBe(end)
  expect(stage.complaints).toEqual([])
})

interface Bus {
  readonly document: FlowDocument
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly execute: (make: () => Command) => boolean
  readonly undo: () => void
  readonly redo: () => void
}

async function execute(command: Command): Promise<FlowDocument> {
  return page.evaluate(
    (given) => {
      const { editor } = document.querySelector('.editor') as unknown as { editor: Bus }
      editor.execute(() => given)
      return editor.document
    },
    command as { operations: FlowOperation[] } & Command,
  )
}

async function travel(
  way: 'undo' | 'redo',
): Promise<{ readonly steps: number; readonly document: FlowDocument }> {
  return page.evaluate((direction) => {
    const { editor } = document.querySelector('.editor') as unknown as { editor: Bus }
    let steps = 0
    for (; direction === 'undo' ? editor.canUndo : editor.canRedo; steps++) editor[direction]()
    return { steps, document: editor.document }
  }, way)
}
