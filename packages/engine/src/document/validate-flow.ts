import type { BlockSurroundings } from '../blocks/block-kind.ts'
import { kindIn, NO_EXTENSIONS, type ExtensionSet } from '../extension/extension-set.ts'
import { pointer, type Problem } from '../flow/problem.ts'
import type { Profile } from '../flow/profile.ts'
import type { FlowDocument } from './flow-document.ts'
import { linkProblems } from './link-problems.ts'
import { pathProblems } from './path-problems.ts'
import { sortProblems } from './sort-problems.ts'
import { textProblems } from './text-problems.ts'

/**
 * All problems of a document under a profile, errors first, then as buyers meet their blocks (flow-format rule 9, PUB-09): links, limits, texts, conditions, endless
 * circles, unreachable blocks. The editor, the server, the command line and the import use this one function. Blocks of `extensions` are
 * judged by them; those of others need an extension that is not here.
 */
export function validateFlow(
  document: FlowDocument,
  profile: Profile,
  extensions: ExtensionSet = NO_EXTENSIONS,
): readonly Problem[] {
  return sortProblems(document, [
    ...linkProblems(document),
    ...blockProblems(document, profile, extensions),
    ...textProblems(document, extensions),
    ...pathProblems(document, profile),
  ])
}

/** A kind's problems are placed inside its block, unless they speak of a text. */
function blockProblems(
  document: FlowDocument,
  profile: Profile,
  extensions: ExtensionSet,
): readonly Problem[] {
  const { blocks, texts, variables, defaultLocale } = document
  const around: BlockSurroundings = {
    variables,
    profile,
    locales: Object.keys(texts),
    text: (key, locale = defaultLocale) => texts[locale]?.[key],
  }
  return Object.entries(blocks).flatMap(([id, block]) =>
    kindIn(extensions, block)
      .problems(id, block, around)
      .map((found) =>
        found.at.startsWith('/texts/') ? found : { ...found, at: pointer('blocks', id) + found.at },
      ),
  )
}
