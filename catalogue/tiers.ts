// Words for how critical an application is, the result of 164.308(a)(7)(ii)(E). Register and constructs use the same.

/** Most critical first: `critical` hours without it do harm, `essential` a day, `standard` some days. */
export const tierNames = ["critical", "essential", "standard"] as const;

/** How critical an application is. */
export type Tier = (typeof tierNames)[number];
