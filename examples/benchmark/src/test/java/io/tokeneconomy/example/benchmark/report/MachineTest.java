package io.tokeneconomy.example.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MachineTest {

    private static Machine machine(double load) {
        return new Machine("Linux", "a CPU", 2, load);
    }

    @Test
    void aMachineWithOthersOnItSaysSo() {
        assertThat(machine(0.6).busy()).isTrue();
        assertThat(machine(0.6)).hasToString("Linux, 2 × a CPU, busy: load 0.6 on 2 cores");
    }

    @Test
    void aQuietMachineIsNotBusy() {
        assertThat(machine(0.5).busy()).isFalse();
        assertThat(machine(0.5)).hasToString("Linux, 2 × a CPU");
    }

    @Test
    void whereTheSystemDoesNotTellNobodyIsAccused() {
        assertThat(machine(-1).busy()).isFalse();
    }

    @Test
    void thisMachineHasCoresAndAProcessor() {
        assertThat(Machine.here().cores()).isPositive();
        assertThat(Machine.here().processor()).isNotBlank();
    }
}
