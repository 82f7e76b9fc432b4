import type { LinkKind } from '../../notes/talk.ts'

/** What somebody who speaks has answered to a question of the organisers. */
interface AnsweredQuestion {
  readonly question: string
  readonly answer: string
}

interface LinkOfAnswer {
  readonly url: string
  /** The question, which says what is there. */
  readonly title: string
  readonly type?: LinkKind
}

/** An answer that is an address is a link, whatever its kind of question. */
export const linksInAnswers = (answers: readonly AnsweredQuestion[]): readonly LinkOfAnswer[] =>
  answers
    .filter(({ question, answer }) => /^https?:|^www\./i.test(answer) || asksForLink.test(question))
    .map(({ question, answer }) => {
      const type = kindOfQuestion(question)
      return { url: answer, title: question, ...(type && { type }) }
    })

/** Then an answer may lack its scheme. */
const asksForLink = /\b(?:links?|urls?|address|website|video|recording|slides?|deck)\b/i

function kindOfQuestion(question: string): LinkKind | undefined {
  if (/video|youtube|recording/i.test(question)) return 'video'
  return /slides?|presentation|deck/i.test(question) ? 'slides' : undefined
}
