import type { FlowDocument } from '@shopbell/engine'
import { ScriptError } from '../script/script-error.ts'
import type { Act, Scene, Script } from '../script/script.ts'
import { resolveCue } from './resolve-cue.ts'
import type { Outcome, Shown, Stage } from './stage.ts'
import { fits, tellLine, tellMessage } from './tell-message.ts'

/** What a script has to know of the shop it is played in. */
export interface PlayedShop {
  readonly timeZone: string
  readonly document: FlowDocument
}

/**
 * Plays a script on a stage and throws a `ScriptError` at the first difference, with what was expected and what came. Every message
 * an act leads to has to be in the script, in its order; nothing may come that is not.
 */
export async function playScript(script: Script, stage: Stage, shop: PlayedShop): Promise<void> {
  const shown: Shown[] = []
  let { document } = shop
  for (const scene of script.scenes) {
    const cue = resolveCue(script, scene, { now: stage.now(), timeZone: shop.timeZone, shown, document })
    if (cue.does === 'publish') ({ document } = cue)
    const said = speaks(scene.act) && !isRefusal(scene) ? 1 : 0
    const outcome = await stage.perform(cue, said + scene.lines.length)
    shown.push(...outcome.messages)
    compareRefusal(script, scene, outcome)
    compareMessages(script, scene, outcome.messages)
    await checkClaims(script, scene, outcome, stage)
  }
  compareHistory(script, shown, await stage.history())
}

/** Acts after which the first message is what the buyer or the person said. */
function speaks(act: Act): boolean {
  return ['says', 'sends', 'chooses', 'taps', 'answers', 'asks for a person', 'replies'].includes(act.does)
}

function isRefusal({ claims }: Scene): boolean {
  return claims.some((claim) => claim.claims === 'refusal')
}

function compareMessages(script: Script, scene: Scene, messages: readonly Shown[]): void {
  const [own, rest] =
    speaks(scene.act) && !isRefusal(scene) ? [messages[0], messages.slice(1)] : [undefined, messages]
  if (speaks(scene.act) && !isRefusal(scene)) compareOwn(script, scene, own)
  for (const [index, line] of scene.lines.entries()) {
    const message = rest[index]
    if (!message || !fits(message, line, script.language)) {
      const got = message ? tellMessage(message, script.language) : '(nothing)'
      throw new ScriptError(script.file, line.line, difference(tellLine(line, script.language), got))
    }
  }
  const surplus = rest[scene.lines.length]
  if (surplus) {
    const where = scene.lines.at(-1)?.line ?? scene.line
    throw new ScriptError(
      script.file,
      where,
      difference('(nothing more)', tellMessage(surplus, script.language)),
    )
  }
}

/** The buyer's bubble shows what the buyer said or tapped (FAQ-09); an answer's bubble is worded by the shop. */
function compareOwn(script: Script, { act, line }: Scene, own: Shown | undefined): void {
  const author = act.does === 'replies' ? 'agent' : 'buyer'
  const said = ownWords(act)
  if (act.does === 'sends' && own?.author === author && isCardOf(act.ref, own)) return
  const words = own?.content.kind === 'text' ? own.content.text : null
  if (own?.author === author && words !== null && (said === null || said === words)) return
  const got = own ? tellMessage(own, script.language) : '(nothing)'
  throw new ScriptError(script.file, line, difference(`(${author}) ${said ?? 'an answer'}`, got))
}

/** What the bubble has to say; null: the shop words it. */
function ownWords(act: Act): string | null {
  switch (act.does) {
    case 'taps':
    case 'chooses':
      return act.label
    case 'says':
    case 'replies':
      return act.text
    case 'sends':
      return act.ref
    default:
      return null
  }
}

/** A product of the shop and an order of the buyer's are shown as a card, anything else by the name it was sent with. */
function isCardOf(ref: string, { content }: Shown): boolean {
  if (content.kind === 'order') return content.ref === ref
  return content.kind === 'products' && content.items[0]?.ref === ref
}

function compareRefusal(script: Script, scene: Scene, { refused }: Outcome): void {
  const claim = scene.claims.find((candidate) => candidate.claims === 'refusal')
  if (claim?.claims === 'refusal') {
    if (refused === claim.code) return
    throw new ScriptError(script.file, claim.line, difference(claim.code, refused ?? '(accepted)'))
  }
  if (refused)
    throw new ScriptError(
      script.file,
      scene.line,
      `The shop refused this (${refused}), and the script does not say so.`,
    )
}

async function checkClaims(script: Script, scene: Scene, outcome: Outcome, stage: Stage): Promise<void> {
  for (const claim of scene.claims) {
    const expect = (wanted: string, got: string): void => {
      if (wanted !== got) throw new ScriptError(script.file, claim.line, difference(wanted, got))
    }
    switch (claim.claims) {
      case 'silence':
        if (claim.because && !outcome.reasons.some((reason) => reason === claim.because)) {
          expect(claim.because, outcome.reasons.join(', ') || '(no reason)')
        }
        break
      case 'collected':
        expect(claim.shown, (await stage.answers()).get(claim.variable) ?? '(nothing)')
        break
      case 'handling':
        expect(claim.handling, await stage.handling())
        break
      case 'judged': {
        const answers = (await stage.history()).filter(({ kind }) => kind.endsWith('_answer'))
        expect(tellJudgement(claim.solved), tellJudgement(answers.at(-1)?.solved))
        break
      }
      case 'refusal':
        break
    }
  }
}

function tellJudgement(solved: boolean | undefined): string {
  return solved === undefined ? '(nothing)' : solved ? 'solved' : 'not solved'
}

/** A buyer who reconnects sees what was played, once each and in the same order. */
function compareHistory(script: Script, shown: readonly Shown[], history: readonly Shown[]): void {
  const tell = (messages: readonly Shown[]): string =>
    messages.map((message) => `${String(message.seq)} ${tellMessage(message, script.language)}`).join('\n')
  if (tell(shown) === tell(history)) return
  const line = script.scenes.at(-1)?.line ?? 1
  throw new ScriptError(script.file, line, difference(tell(shown), tell(history)))
}

function difference(expected: string, got: string): string {
  return `\n  expected: ${expected}\n  got:      ${got}`
}
