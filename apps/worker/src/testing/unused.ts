/** Stands for what a test does not reach. */
export const unused = () => Promise.reject(new Error("not of this test"));
