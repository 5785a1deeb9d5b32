import type { FlowDocument } from '@shopbell/engine'
import type { MakeCommand } from './command.ts'
import { freshId } from './fresh-id.ts'
import { drop, place, put } from './operations.ts'

/** The options of a variable a buyer chooses from, in order. */
export function optionsOf({ variables }: FlowDocument, variable: string): readonly string[] {
  const asked = variables[variable]
  return asked && 'options' in asked ? asked.options : []
}

/** Adds an option at the end, with its words where `block` asks for it. */
export function addOption(block: string, variable: string, label: string): MakeCommand {
  return (document) => {
    const options = optionsOf(document, variable)
    const id = freshId(`option-${options.length + 1}`, options)
    const locale = document.defaultLocale
    return {
      name: { key: 'addItem', subject: label },
      touches: [block, id],
      operations: [
        place(['variables', variable, 'options', id], id, options.at(-1) ?? null),
        ...(label === '' ? [] : [put(['texts', locale, `${block}.${id}.label`], label)]),
      ],
    }
  }
}

export function moveOption(variable: string, option: string, after: string | null): MakeCommand {
  return () => ({
    name: { key: 'moveItem', subject: option },
    touches: [option],
    operations: [place(['variables', variable, 'options', option], option, after)],
  })
}

/** Deletes an option everywhere: its words and its way in every block that asks for it. */
export function deleteOption(variable: string, option: string): MakeCommand {
  return (document) => {
    const asking = Object.entries(document.blocks).filter(
      ([, block]) => 'variable' in block && block.variable === variable,
    )
    return {
      name: { key: 'deleteItem', subject: option },
      touches: asking.map(([id]) => id),
      operations: [
        drop(['variables', variable, 'options', option]),
        ...asking.flatMap(([id, block]) => [
          ...('choices' in block && block.choices ? [drop(['blocks', id, 'choices', option])] : []),
          ...Object.keys(document.texts).map((locale) => drop(['texts', locale, `${id}.${option}.label`])),
        ]),
      ],
    }
  }
}

/** Lets a choice lead elsewhere, or (null) on with the others. */
export function leadChoice(block: string, option: string, target: string | null): MakeCommand {
  return (document) => {
    const shape = document.blocks[block]
    if (!shape || !('variable' in shape)) return null
    const { choices } = shape
    const last = choices?.at(-1)?.id ?? null
    const has = choices?.some(({ id }) => id === option)
    const at = ['blocks', block, 'choices', option]
    if (target === null)
      return has ? { name: { key: 'disconnect' }, touches: [block], operations: [drop(at)] } : null
    return {
      name: { key: 'connect', subject: target },
      touches: [block],
      operations: [
        ...(choices ? [] : [put(['blocks', block, 'choices'], [])]),
        has ? put(at, { id: option, next: target }) : place(at, { id: option, next: target }, last),
      ],
    }
  }
}
