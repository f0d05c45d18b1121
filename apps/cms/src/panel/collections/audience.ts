import * as look from "../looks.ts";
import { panelCollection } from "../panel-collection.ts";

export const audience = {
  fan_profiles: panelCollection("fan_profiles", {
    title: "Fans",
    one: "fan",
    many: "fans",
    template: "{{username}}",
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          username: { label: "Name", look: look.line("person"), readonly: true, half: true },
          display_name: {
            label: "Called",
            look: look.line("badge"),
            readonly: true,
            half: true,
          },
          tier: { label: "Tier", look: look.line("loyalty"), readonly: true, half: true },
          status: {
            label: "Subscription",
            look: look.states({
              active: ["Active", "check_circle", "good"],
              expired: ["Expired", "timer_off", "quiet"],
              unknown: ["Unknown", "help", "quiet"],
            }),
            readonly: true,
            half: true,
          },
          notes: { label: "Notes", look: look.paragraph },
          engagement_score: {
            label: "Engagement",
            look: look.number("bolt"),
            readonly: true,
            half: true,
          },
          total_spent: {
            label: "Spent in all",
            look: look.money,
            note: "In the platform's currency.",
            readonly: true,
            half: true,
          },
          subscribed_at: { label: "Fan since", look: look.moment, readonly: true, half: true },
          last_interaction: { label: "Last heard of", look: look.past, readonly: true, half: true },
          creator_profile_id: {
            label: "Account",
            look: look.account,
            onceOnly: true,
            half: true,
          },
          user_id: { label: "Creator", look: look.person, onceOnly: true, half: true },
          platform_fan_id: {
            label: "Id on the platform",
            look: look.code,
            onceOnly: true,
            half: true,
          },
          date_created: { label: "First seen", look: look.past, readonly: true, half: true },
        },
      },
    ],
  }),
  fan_snapshots: panelCollection("fan_snapshots", {
    title: "Fans over time",
    one: "reading of a fan",
    many: "readings of fans",
    template: "{{fan_profile_id.username}} {{taken_at}}",
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          fan_profile_id: {
            label: "Fan",
            look: look.related("{{username}}"),
            readonly: true,
            half: true,
          },
          taken_at: { label: "Read at", look: look.moment, readonly: true, half: true },
          status: {
            label: "Subscription",
            look: look.states({
              active: ["Active", "check_circle", "good"],
              expired: ["Expired", "timer_off", "quiet"],
              unknown: ["Unknown", "help", "quiet"],
            }),
            readonly: true,
            half: true,
          },
          tier: { label: "Tier", look: look.line("loyalty"), readonly: true, half: true },
          total_spent: { label: "Spent in all", look: look.money, readonly: true, half: true },
          engagement_score: {
            label: "Engagement",
            look: look.number("bolt"),
            readonly: true,
            half: true,
          },
          user_id: { label: "Creator", look: look.person, readonly: true, half: true },
        },
      },
    ],
  }),
  profile_snapshots: panelCollection("profile_snapshots", {
    title: "Figures over time",
    one: "set of figures",
    many: "sets of figures",
    template: "{{creator_profile_id.platform}} @{{creator_profile_id.username}} {{taken_at}}",
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          creator_profile_id: { label: "Account", look: look.account, readonly: true, half: true },
          taken_at: { label: "Read at", look: look.moment, readonly: true, half: true },
          followers: { label: "Followers", look: look.number("group"), readonly: true, half: true },
          following: {
            label: "Following",
            look: look.number("person_add"),
            readonly: true,
            half: true,
          },
          posts: { label: "Posts", look: look.number("grid_view"), readonly: true, half: true },
          likes: { label: "Likes", look: look.number("favorite"), readonly: true, half: true },
          earnings: { label: "Earnings", look: look.money, readonly: true, half: true },
          user_id: { label: "Creator", look: look.person, readonly: true, half: true },
          raw: {
            label: "As the platform gave them",
            look: look.json,
            readonly: true,
          },
        },
      },
    ],
  }),
};
