/** asQuestion('testing.') // => 'testing?': what ends so can be asked with a click. */
export const asQuestion = (text: string): string => `${text.replace(/[\s?.!]+$/, '')}?`
