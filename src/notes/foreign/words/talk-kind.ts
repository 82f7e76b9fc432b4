import type { TalkKind } from '../../talk.ts'

/** The kind that a session's type, or else its title, names. */
export function talkKind(type: string, title: string): TalkKind {
  // A type that is a sentence says what may be, such as what a room is for.
  const kind =
    type
      // How long such sessions are: `Lightning talk (5 min)`.
      .replace(/\(\d[^()]*\)/g, ' ')
      .split(/[,;/](?![^()]*\))/)
      .find(
        (part) =>
          part.trim().split(/\s+/).length <= maxWordsOfKind &&
          !/[():]/.test(part) &&
          /keynote|lightning/i.test(part),
      ) ?? ''
  if (/keynote/i.test(kind) || /^(opening |closing )?keynote\b/i.test(title)) return 'keynote'
  if (/lightning/i.test(kind) || /\blightning talks?\b/i.test(title)) return 'lightning'
  return 'talk'
}

const maxWordsOfKind = 4
