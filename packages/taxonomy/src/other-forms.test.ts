import { expect, test } from "vitest";
import { otherForms, withoutDots } from "./other-forms.ts";

test.each([
  ["dog", ["dogs"]],
  ["party", ["parties"]],
  ["lunch", ["lunches"]],
  ["flor", ["flors", "flores"]],
  ["cooking", ["cookings", "cookin"]],
  ["tatuado", ["tatuados", "tatuada", "tatuadas"]],
  ["kerze", ["kerzes", "kerzen"]],
  ["mirror selfie", ["mirrorselfie", "mirror selfies"]],
  ["vestido rojo", ["vestidorojo", "vestido rojos", "vestidos rojos"]],
  ["sesion de fotos", ["sesiondefotos", "sesions de fotos", "sesiones de fotos"]],
  ["gafas roja", ["gafasroja", "gafas rojas"]],
])("%s", (form, others) => {
  expect(otherForms(form)).toEqual(others);
});

test("a German adjective before its noun takes any of its endings", () => {
  expect(otherForms("lange haare")).toContain("langen haaren");
  expect(otherForms("roter lippenstift")).toContain("rotem lippenstift");
  expect(otherForms("alt rock")).not.toContain("alten rock");
});

test("two dots may be an e", () => {
  expect(withoutDots("männermode")).toBe("maennermode");
  expect(withoutDots("beach")).toBeNull();
});
