import { maxQuestionLength } from '../answers/answer.ts'
import { asSmallTalk, type SmallTalk } from '../answers/small-talk/small-talk.ts'
import { isAbsenceRequest } from '../tips/words/is-absence-request.ts'
import { isStopRequest } from '../tips/words/is-stop-request.ts'
import { parseTipsCommand } from '../tips/words/parse-tips-command.ts'
import { readTipWish } from '../tips/words/read-tip-wish.ts'

/** What somebody wants of Hallway. */
export type Request =
  | { readonly kind: 'help' }
  | { readonly kind: 'greeting' }
  /** Nothing: they are polite. */
  | { readonly kind: 'chat'; readonly said: Exclude<SmallTalk, 'help' | 'greeting'> }
  /** `words` are those after `tips`. */
  | { readonly kind: 'tips'; readonly words: string; readonly text: string }
  | { readonly kind: 'question'; readonly text: string }

/**
 * Says what a text is, on every surface alike. Commands count however they are typed: with quotes, code marks, bold,
 * capitals, a final sign, or what one types to call Hallway before them.
 *
 * readRequest('`/talks Tips off.`') // => { kind: 'tips', words: 'off', … }
 */
export function readRequest(said: string): Request {
  const text = withoutCall(said.trim())
  const visible = text.replace(invisible, '').trim()
  if (visible === '' || visible === '?') return { kind: 'help' }
  const typed = bare(visible)
  const core = typed.replace(slashless, '')
  if (isStopRequest(core)) return { kind: 'tips', words: 'off', text }
  const single = /^(status|settings)$/i.exec(core)
  if (single) return { kind: 'tips', words: single[0].toLowerCase(), text }
  const tips = /^(?:tips?$|tips\s)([\s\S]*)$/i.exec(core)
  if (tips) return { kind: 'tips', words: bare(tips[1]!), text }
  if (isAbsenceRequest(core)) return { kind: 'tips', words: core, text }
  const wish = readTipWish(core)
  if (wish !== undefined) return { kind: 'tips', words: wish, text }
  const talk = text.length > maxQuestionLength ? undefined : asSmallTalk(core === typed ? visible : core)
  if (talk === undefined) return { kind: 'question', text }
  return talk === 'help' || talk === 'greeting' ? { kind: talk } : { kind: 'chat', said: talk }
}

/** The same request, but for what begins with `tips` and is no command: `tips for testing?` is rather a question than a slip. */
export function questionUnlessCommand<Wanted extends { readonly kind: string }>(
  request: Wanted | Request,
): Wanted | Request {
  const isSlip = isTips(request) && parseTipsCommand(request.words).kind === 'not-understood'
  return isSlip ? { kind: 'question', text: request.text } : request
}

function isTips(request: { readonly kind: string }): request is Extract<Request, { readonly kind: 'tips' }> {
  return request.kind === 'tips'
}

/** Without `/talks` or `@Hallway` at the beginning, which people type although they need not. */
function withoutCall(text: string): string {
  const call = /^[\s\p{Cf}"'`*_~“”‘’«»]*(?:\/talks|@hallway)(?![\p{L}\p{N}/-])[:,]?\s*/iu.exec(text)
  return call ? withoutCall(text.slice(call[0].length).trim()) : text
}

/** The command's name as people remember it: `talks help`. With anything else behind it, talks are asked for. */
const slashless = /^talks (?=(?:help|tips?|settings|status)$)/i

/** The words alone: no marks around or among them, no sign at the end. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/["“”«»`*]/g, ' ')
    .replace(/(?<![\p{L}\p{N}])['‘’_~]+|['‘’_~]+(?![\p{L}\p{N}])/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s.!?…,;:]+$/u, '')
}

const invisible = /(?!\u200d)[\p{Cf}]/gu
