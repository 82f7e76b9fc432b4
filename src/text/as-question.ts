/** asQuestion('testing.') // => 'testing?': what ends so can be asked with a click. */
export const asQuestion = (text: string): string => `${text.replace(endSigns, '')}?`

/** bareQuestion('all  links?!') // => 'all links' */
export const bareQuestion = (question: string): string =>
  question.replace(/\s+/g, ' ').replace(endSigns, '').trim()

const endSigns = /[\s?.!]+$/
