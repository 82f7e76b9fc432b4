/** For what has nothing to say in a test. */
export const silent = { info() {}, warn() {}, error() {} }
