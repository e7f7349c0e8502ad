/** Rank is for the network; what somebody is in one webinar is a Role (person.ts). */
export type Rank = "member" | "moderator" | "organiser" | "admin";

export const ranks: readonly Rank[] = ["member", "moderator", "organiser", "admin"];

export const isAtLeast = (rank: Rank, least: Rank): boolean => ranks.indexOf(rank) >= ranks.indexOf(least);
