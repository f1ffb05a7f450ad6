<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Consequences</name>
    <message numerus="yes">
        <source>%n newer snapshots stay.</source>
        <translation>
            <numerusform>%n newer snapshot stays.</numerusform>
            <numerusform>%n newer snapshots stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n newer snapshots are removed by it.</source>
        <translation>
            <numerusform>%n newer snapshot is removed by it.</numerusform>
            <numerusform>%n newer snapshots are removed by it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Items::ResourceModel</name>
    <message numerus="yes">
        <source>%n server(s)</source>
        <translation>
            <numerusform>%n server</numerusform>
            <numerusform>%n servers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s)</source>
        <translation>
            <numerusform>%n volume</numerusform>
            <numerusform>%n volumes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a good snapshot of the last 30 days</source>
        <translation>
            <numerusform>%n without a good snapshot of the last 30 days</numerusform>
            <numerusform>%n without a good snapshot of the last 30 days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResourceCover</name>
    <message numerus="yes">
        <source>There is no good snapshot among its %n.</source>
        <translation>
            <numerusform>Its only snapshot is not good.</numerusform>
            <numerusform>There is no good snapshot among its %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Views::DetailsPanel</name>
    <message numerus="yes">
        <source>%n newer snapshot(s) of it</source>
        <translation>
            <numerusform>%n newer snapshot of it</numerusform>
            <numerusform>%n newer snapshots of it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s)</source>
        <translation>
            <numerusform>%n snapshot</numerusform>
            <numerusform>%n snapshots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Views::RemoveDialog</name>
    <message numerus="yes">
        <source>Remove %n snapshot(s)</source>
        <translation>
            <numerusform>Remove %n snapshot</numerusform>
            <numerusform>Remove %n snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n snapshot(s)?</source>
        <translation>
            <numerusform>Remove %n snapshot?</numerusform>
            <numerusform>Remove %n snapshots?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected snapshot(s) can&apos;t be removed and will stay</source>
        <translation>
            <numerusform>%n selected snapshot can&apos;t be removed and will stay</numerusform>
            <numerusform>%n selected snapshots can&apos;t be removed and will stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Views::StatusLine</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
</TS>
