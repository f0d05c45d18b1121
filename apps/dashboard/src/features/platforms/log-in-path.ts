/** Where one signs in to an account by hand. */
export const logInPath = (profileId: string) => `/app/platforms/${profileId}/log-in`;
