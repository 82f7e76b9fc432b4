import { type Request, readRequest } from '../../requests/read-request.ts'
import type { Said } from './read-said.ts'

/** What a message wants: one that is passed on is a question, and never an order; a file may come without a word. */
export function requestOf(said: Said): Request | { readonly kind: 'file' } {
  if (said.kind === 'file') return said
  return said.kind === 'forwarded' ? { kind: 'question', text: said.text } : readRequest(said.text)
}
