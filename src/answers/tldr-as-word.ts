/**
 * A question in which `tl;dr` is one word, as `summary` is; two letters each would be looked for as words. Everything keeps its
 * place. What is in quotation marks is left as it is.
 *
 * tldrAsWord('tl;dr of the testing talk') // => 'tldr  of the testing talk'
 */
export const tldrAsWord = (question: string): string =>
  /["“”„«»]/.test(question) ? question : question.replace(tldr, (typed) => 'tldr'.padEnd(typed.length))

const tldr = /(?<![\p{L}\p{N}])tl ?[;:,/] ?dr(?![\p{L}\p{N}])/giu
