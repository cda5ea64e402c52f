-- Runs once, on the tree that all outputs share: marks become emphasis, links without a goal become text.

local anchors = {}

local function remember(el)
  if el.identifier ~= "" then anchors[el.identifier] = true end
end

local function mark(el)
  if el.classes:includes("kursiv") then return pandoc.Emph(el.content) end
  if el.classes:includes("fett") then return pandoc.Strong(el.content) end
end

local function resolve(el)
  local goal = el.target:match("^#(.*)$")
  if goal and not anchors[goal] then return el.content end
end

return {
  { Header = remember, Div = remember, Span = remember },
  { Span = mark, Link = resolve },
}
