import { applyOperations, kindOf, type Block, type FlowDocument } from '@shopbell/engine'
import { addBlock, type NewPlace } from './blocks.ts'
import type { MakeCommand } from './command.ts'
import type { NewBlock } from './new-block.ts'
import { setLink } from './set-link.ts'
import { leadChoice, optionsOf } from './options.ts'
import { portPath } from './port-path.ts'

/**
 * A way out of a block: `next`, `choices/xl/next`. Items go by their ids, so that it stays the same way while others edit the list; a
 * choice may lead elsewhere before the block has an item for it.
 */
export interface Way {
  readonly block: string
  readonly path: string
}

/** What a block shows of one way out. */
export interface WayOut extends Way {
  /** The port's pointer inside the block; null: a choice that goes on with the others. */
  readonly port: string | null
  /** The item it belongs to (a choice, a case), or the port's own name. */
  readonly label: string
  readonly target: string | undefined
  readonly main: boolean
  readonly afterSilence: boolean
}

/** All ways out of a block, the main one last: its ports, and the choices that go on with the others. */
export function waysOf(document: FlowDocument, id: string): readonly WayOut[] {
  const block = document.blocks[id]
  if (!block) return []
  const ports = kindOf(block)
    .ports(block)
    .map((port): WayOut => {
      const path = portPath(document, { block: id, port: port.at }) ?? []
      return {
        block: id,
        path: path.slice(2).join('/'),
        port: port.at,
        label: port.label,
        target: port.target,
        main: port.main ?? false,
        afterSilence: port.afterSilence ?? false,
      }
    })
  const choices = optionsThatLead(document, block).map(
    (label): WayOut =>
      ports.find((port) => port.path === choicePath(label)) ?? {
        block: id,
        path: choicePath(label),
        port: null,
        label,
        target: undefined,
        main: false,
        afterSilence: false,
      },
  )
  const others = ports.filter((port) => !choices.includes(port))
  return [...choices, ...others.filter(({ main }) => !main), ...others.filter(({ main }) => main)]
}

/** The way a block goes on by, if any. */
export function mainWay(document: FlowDocument, id: string): WayOut | undefined {
  return waysOf(document, id).find(({ main }) => main)
}

/** The way of a pointer into the document, as problems give it. */
export function wayAt(document: FlowDocument, at: string): WayOut | undefined {
  const [, section, block = ''] = at.split('/')
  const port = at.slice(`/blocks/${block}`.length)
  return section === 'blocks' ? waysOf(document, block).find((way) => way.port === port) : undefined
}

/** Leads a way to a block, or (null) nowhere; a choice then goes on with the others. */
export function leadWay({ block, path }: Way, target: string | null): MakeCommand {
  return (document) => {
    const way = waysOf(document, block).find((one) => one.path === path)
    if (!way || (target === null && way.target === undefined)) return null
    const [list, option = ''] = path.split('/')
    return list === 'choices' && (target === null || way.port === null)
      ? leadChoice(block, option, target)(document)
      : setLink(block, path.split('/'), target)(document)
  }
}

/** Adds a block and leads a way there: one undo step. What the way led to (or went on to with the others) follows the new block. */
export function addBlockOn(kind: NewBlock, at: Pick<NewPlace, 'x' | 'y'>, way: Way | null): MakeCommand {
  return (document) => {
    if (!way) return addBlock(kind, at)(document)
    const port = waysOf(document, way.block).find(({ path }) => path === way.path)?.port
    if (port === undefined) return null
    if (port !== null) return addBlock(kind, { ...at, from: { block: way.block, port } })(document)
    const added = addBlock(kind, at)(document)
    const id = added?.touches[0]
    if (!added || id === undefined) return null
    const withBlock = applyOperations(document, added.operations).document
    const onward = mainWay(document, way.block)?.target
    const next = mainWay(withBlock, id)
    const steps = [
      leadWay(way, id)(withBlock),
      next && onward !== undefined ? leadWay(next, onward)(withBlock) : null,
    ]
    return { ...added, operations: [added, ...steps].flatMap((step) => step?.operations ?? []) }
  }
}

function choicePath(option: string): string {
  return `choices/${option}/next`
}

/** The options of a question that is answered with one of them. */
function optionsThatLead(document: FlowDocument, block: Block): readonly string[] {
  if (!('variable' in block)) return []
  const isOneChoice = document.variables[block.variable]?.type === 'choice'
  return isOneChoice ? optionsOf(document, block.variable) : []
}
